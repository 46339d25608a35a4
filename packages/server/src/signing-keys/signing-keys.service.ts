import { inject } from '@needle-di/core'
import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing, type SealContext } from '../platform/crypto/key-ring.js'
import type { StoredEnvelope } from '../platform/crypto/re-seal.js'
import { type SigningKeyDocument, SigningKeyStore } from './signing-key.store.js'

/** `RS256` for apps that follow OpenID Connect Core 15.1 to the letter; everything else signs with `ES256`. */
export type SigningAlgorithm = 'ES256' | 'RS256'

/** The keys that sign (RFC 7515). They change by the calendar, so that servers need not agree on when. */
export class SigningKeysService {
  constructor(
    private readonly store = inject(SigningKeyStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async sign(claims: JWTPayload): Promise<string> {
    const key = await this.#keyOf(this.#period(this.clock.now()), 'ES256')
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: key._id, typ: 'JWT' })
      .sign(await importJWK(await this.#privateJwk(key), 'ES256'))
  }

  /** RFC 7517: the ES256 keys of this period and the one before; the next one too a day ahead, for caches. */
  async published(): Promise<{ keys: JWK[] }> {
    const keys = await this.#live(['ES256'])
    return { keys: keys.map(({ publicJwk }) => publicJwk) }
  }

  /** Names the keys that `signingSet` holds at this moment: while it is the same, so are they. */
  generation(): string {
    const now = this.clock.now()
    return `${this.#period(now)}:${this.#period(new Date(now.getTime() + DAY))}`
  }

  /** The keys of the OpenID provider with their private halves: of each algorithm the one that signs now comes first. */
  async signingSet(): Promise<{ keys: JWK[] }> {
    const period = this.#period(this.clock.now())
    const live = await this.#live(['RS256', 'ES256'])
    const current = live.filter((key) => key.period === period)
    const others = live.filter((key) => key.period !== period)
    const keys = [...current, ...others].map(async (key) => ({ ...key.publicJwk, ...(await this.#privateJwk(key)) }))
    return { keys: await Promise.all(keys) }
  }

  async *envelopes(): AsyncGenerator<StoredEnvelope> {
    for (const { _id, sealedPrivateJwk: envelope } of await this.store.since(0))
      yield {
        envelope,
        context: contextOf(_id),
        replace: (resealed) => this.store.replaceSeal(_id, envelope, resealed),
      }
  }

  /** Everything that it signed has long expired. */
  async sweep(now: Date): Promise<void> {
    await this.store.sweep(this.#period(now) - 1)
  }

  async #live(algorithms: readonly SigningAlgorithm[]): Promise<SigningKeyDocument[]> {
    const now = this.clock.now()
    const period = this.#period(now)
    const tomorrow = this.#period(new Date(now.getTime() + DAY))
    for (const algorithm of algorithms) {
      await this.#keyOf(period, algorithm)
      if (tomorrow !== period) await this.#keyOf(tomorrow, algorithm)
    }
    const keys = await this.store.since(period - 1)
    return keys.filter(({ publicJwk }) => (algorithms as readonly unknown[]).includes(publicJwk.alg))
  }

  /** Made by the first server that needs it; of two at once the database keeps one. */
  async #keyOf(period: number, algorithm: SigningAlgorithm): Promise<SigningKeyDocument> {
    const id = algorithm === 'ES256' ? `twinlock-${period}` : `twinlock-${algorithm}-${period}`
    const found = await this.store.byId(id)
    if (found) return found
    const made = await this.#make(id, period, algorithm)
    if (await this.store.insert(made)) return made
    return this.#keyOf(period, algorithm)
  }

  async #make(id: string, period: number, algorithm: SigningAlgorithm): Promise<SigningKeyDocument> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true })
    const publicJwk = { ...(await exportJWK(publicKey)), kid: id, use: 'sig', alg: algorithm }
    const sealedPrivateJwk = await this.keyRing.seal(JSON.stringify(await exportJWK(privateKey)), contextOf(id))
    return { _id: id, period, publicJwk, sealedPrivateJwk }
  }

  async #privateJwk({ _id, sealedPrivateJwk }: SigningKeyDocument): Promise<JWK> {
    return JSON.parse(await this.keyRing.open(sealedPrivateJwk, contextOf(_id))) as JWK
  }

  #period(now: Date): number {
    return Math.floor(now.getTime() / limits.signingKeyPeriod)
  }
}

function contextOf(id: string): SealContext {
  return { owner: id, purpose: 'signing-key' }
}
