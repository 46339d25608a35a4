import type { Connection } from 'mongoose'
import { NetworkCollection, type SsoConnection } from '../../networks/network.model.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import { sealSecret } from './client-secret.js'

/** What the demo identity provider knows this server as; it answers on this machine alone. */
const DEMO_CLIENT = { id: 'twinlock', secret: 'demo-secret-for-trying-out' }

/**
 * Gives a network of the demo its identity provider, with a domain as if a record had proved it. Done at every start:
 * the provider may have another address by then.
 * @param issuer where `npm start` runs it
 */
export async function connectDemoProvider(
  { connection, keyRing, now }: { connection: Connection; keyRing: KeyRing; now: Date },
  networkId: string,
  issuer: string,
  domain: string,
): Promise<void> {
  const networks = NetworkCollection.on(connection)
  const network = await networks.findOne({ _id: networkId })
  if (!network || network.sso?.issuer === issuer) return
  const sso: SsoConnection = {
    requiredFrom: null,
    proofRequiredFrom: null,
    proofValues: ['mfa'],
    earlierProof: null,
    endsAt: null,
    justInTimeRole: 'MEMBER',
    version: 0,
    ...network.sso,
    issuer,
    clientId: DEMO_CLIENT.id,
    sealedSecret: await sealSecret(keyRing, networkId, DEMO_CLIENT.secret),
    savedAt: now,
    workedAt: now,
    trouble: null,
  }
  const claimed = { name: domain, token: 'demo', claimedAt: now, provedAt: now, missingSince: null }
  const ssoDomains = network.ssoDomains.some(({ name }) => name === domain)
    ? network.ssoDomains
    : [...network.ssoDomains, claimed]
  await networks.updateOne({ _id: networkId }, { $set: { sso, ssoDomains } })
}
