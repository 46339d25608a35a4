import type { SsoConnection } from '../../networks/network.model.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import type { StoredEnvelope } from '../../platform/crypto/re-seal.js'
import { SsoFailureError } from '../provider/sso-failure.js'
import type { SsoConnectionStore } from './sso-connection.store.js'

/** A connection with its secret opened. */
export interface OpenedConnection {
  issuer: string
  clientId: string
  secret: string | null
}

const contextOf = (networkId: string) => ({ owner: networkId, purpose: 'sso-client-secret' })

export function sealSecret(keyRing: KeyRing, networkId: string, secret: string): Promise<string> {
  return keyRing.seal(secret, contextOf(networkId))
}

/** @throws SsoFailureError when the key that sealed its secret is gone from the ring */
export async function openConnection(
  keyRing: KeyRing,
  { _id, sso: { issuer, clientId, sealedSecret } }: { _id: string; sso: SsoConnection },
): Promise<OpenedConnection> {
  try {
    const secret = sealedSecret && (await keyRing.open(sealedSecret, contextOf(_id)))
    return { issuer, clientId, secret }
  } catch (error) {
    throw new SsoFailureError('MISCONFIGURED', 'The client secret cannot be opened any more.', { cause: error })
  }
}

export async function* storedSecrets(store: SsoConnectionStore): AsyncGenerator<StoredEnvelope> {
  for await (const { _id, sso } of store.all()) {
    const envelope = sso.sealedSecret
    if (!envelope) continue
    yield {
      envelope,
      context: contextOf(_id),
      replace: (resealed) => store.replaceSeal(_id, envelope, resealed),
    }
  }
}
