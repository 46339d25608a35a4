import type { SsoConnection } from '../../networks/network.model.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import type { OpenedConnection } from '../provider/provider-client.service.js'
import { SsoTroubleError } from '../provider/sso-trouble.js'
import type { SsoConnectionStore } from './sso-connection.store.js'

const contextOf = (networkId: string) => ({ owner: networkId, purpose: 'sso-client-secret' })

export function sealSecret(keyRing: KeyRing, networkId: string, secret: string): Promise<string> {
  return keyRing.seal(secret, contextOf(networkId))
}

/** @throws SsoTroubleError when the key that sealed its secret is gone from the ring */
export async function openConnection(
  keyRing: KeyRing,
  networkId: string,
  { issuer, clientId, sealedSecret }: Pick<SsoConnection, 'issuer' | 'clientId' | 'sealedSecret'>,
): Promise<OpenedConnection> {
  try {
    const secret = sealedSecret && (await keyRing.open(sealedSecret, contextOf(networkId)))
    return { issuer, clientId, secret }
  } catch (error) {
    throw new SsoTroubleError('MISCONFIGURED', 'The client secret cannot be opened any more.', { cause: error })
  }
}

/** Brings every client secret under the newest key. @returns how many were under an older one */
export async function reSealSecrets(keyRing: KeyRing, store: SsoConnectionStore): Promise<number> {
  let count = 0
  for await (const { _id, sso } of store.all()) {
    const { sealedSecret } = sso
    if (!sealedSecret || keyRing.keyIdOf(sealedSecret) === keyRing.newestKeyId) continue
    const resealed = await sealSecret(keyRing, _id, await keyRing.open(sealedSecret, contextOf(_id)))
    if (await store.replaceSeal(_id, sealedSecret, resealed)) count += 1
  }
  return count
}
