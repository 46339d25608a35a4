import { limits } from '@twinlock/shared/limits'
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { Clock } from '../../platform/clock/clock.js'
import type { KeyRing, SealContext } from '../../platform/crypto/key-ring.js'
import type { StoredEnvelope } from '../../platform/crypto/re-seal.js'
import type { SigningKeyDocument } from './signing-key.model.js'
import type { SigningKeyStore } from './signing-key.store.js'

const DAY_MS = 86_400_000

/** Signs results (RFC 7515, ES256). Keys change by the calendar, so that servers need not agree on when. */
export class SigningKeysService {
  constructor(
    private readonly store: SigningKeyStore,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  async sign(claims: JWTPayload): Promise<string> {
    const key = await this.#keyOf(this.#period(this.clock.now()))
    const jwk = JSON.parse(await this.keyRing.open(key.sealedPrivateJwk, contextOf(key._id))) as JWK
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: key._id, typ: 'JWT' })
      .sign(await importJWK(jwk, 'ES256'))
  }

  /** RFC 7517: the keys of this period and the one before; the next one too a day ahead, for whoever caches. */
  async published(): Promise<{ keys: JWK[] }> {
    const now = this.clock.now()
    const period = this.#period(now)
    await this.#keyOf(period)
    const tomorrow = this.#period(new Date(now.getTime() + DAY_MS))
    if (tomorrow !== period) await this.#keyOf(tomorrow)
    const keys = await this.store.since(period - 1)
    return { keys: keys.map(({ publicJwk }) => publicJwk) }
  }

  async *envelopes(): AsyncGenerator<StoredEnvelope> {
    for (const { _id, sealedPrivateJwk: envelope } of await this.store.since(0))
      yield {
        envelope,
        context: contextOf(_id),
        replace: (resealed) => this.store.replaceSeal(_id, envelope, resealed),
      }
  }

  /** What it signed is over long since. */
  async sweep(now: Date): Promise<void> {
    await this.store.sweep(this.#period(now) - 1)
  }

  /** Made by whoever needs it first; of two servers at once the database keeps one. */
  async #keyOf(period: number): Promise<SigningKeyDocument> {
    const id = `twinlock-${period}`
    const found = await this.store.byId(id)
    if (found) return found
    const made = await this.#make(id, period)
    if (await this.store.insert(made)) return made
    return this.#keyOf(period)
  }

  async #make(id: string, period: number): Promise<SigningKeyDocument> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const publicJwk = { ...(await exportJWK(publicKey)), kid: id, use: 'sig', alg: 'ES256' }
    const sealedPrivateJwk = await this.keyRing.seal(JSON.stringify(await exportJWK(privateKey)), contextOf(id))
    return { _id: id, period, publicJwk, sealedPrivateJwk }
  }

  #period(now: Date): number {
    return Math.floor(now.getTime() / limits.signingKeyPeriod)
  }
}

function contextOf(id: string): SealContext {
  return { owner: id, purpose: 'signing-key' }
}
