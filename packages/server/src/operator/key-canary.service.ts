import { inject } from '@needle-di/core'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { SealedSources } from '../platform/crypto/re-seal.js'
import { KeyCanaryStore } from './key-canary.store.js'

/** The keys that this process was given are not those that the database is sealed with. */
export class WrongKeysError extends Error {
  override name = 'WrongKeysError'
}

/**
 * Makes sure at the start that the key ring is the right one. A server with another key of the same id would take right
 * backup codes for wrong ones and seal new secrets so that no other server can open them.
 */
export class KeyCanaryService {
  constructor(
    private readonly store = inject(KeyCanaryStore),
    private readonly keyRing = inject(KeyRing),
    private readonly sources = inject(SealedSources),
  ) {}

  /** @throws WrongKeysError that names key ids and never a key */
  async verify(): Promise<void> {
    const canaries = await this.store.all()
    const missing = this.keyRing.keyIds.filter((id) => !canaries.has(id))
    for (const id of this.keyRing.keyIds) await this.#open(id, canaries.get(id))
    if (missing.length === this.keyRing.keyIds.length) {
      if (canaries.size > 0) throw this.#noneOf([...canaries.keys()])
      // The first start of a release that knows canaries: there may be secrets already.
      await this.#openStoredSecrets()
    }
    for (const id of missing) {
      const isFirst = await this.store.insert(id, await this.keyRing.seal(id, contextOf(id), id))
      if (!isFirst) await this.#open(id, (await this.store.all()).get(id))
    }
  }

  async #open(id: string, envelope: string | undefined): Promise<void> {
    if (envelope === undefined) return
    const text = await this.keyRing.open(envelope, contextOf(id)).catch(() => null)
    if (text !== id) throw wrongKey(id)
  }

  /** One secret of each key of the ring is enough. */
  async #openStoredSecrets(): Promise<void> {
    const unproved = new Set(this.keyRing.keyIds)
    const foreign = new Set<string>()
    for (const ofRoom of this.sources) {
      for await (const { envelope, context } of ofRoom()) {
        const id = this.keyRing.keyIdOf(envelope)
        if (!this.keyRing.keyIds.includes(id)) foreign.add(id)
        else if (unproved.has(id)) {
          await this.keyRing.open(envelope, context).catch(() => {
            throw wrongKey(id)
          })
          unproved.delete(id)
        }
        if (unproved.size === 0) return
      }
    }
    if (foreign.size > 0 && unproved.size === this.keyRing.keyIds.length) throw this.#noneOf([...foreign])
  }

  #noneOf(ids: string[]): WrongKeysError {
    return new WrongKeysError(
      `This database is sealed with keys that TWINLOCK_KEYS does not have: ${ids.join(', ')}. TWINLOCK_KEYS has ${this.keyRing.keyIds.join(', ')}. Put the key that this database was used with into TWINLOCK_KEYS. Without TWINLOCK_KEYS the keys are in keys.json of the data folder.`,
    )
  }
}

function wrongKey(id: string): WrongKeysError {
  return new WrongKeysError(
    `The key "${id}" in TWINLOCK_KEYS is not the key "${id}" that this database is sealed with. Put the right one in its place; a new key needs an id of its own. Without TWINLOCK_KEYS the keys are in keys.json of the data folder.`,
  )
}

const contextOf = (keyId: string) => ({ owner: keyId, purpose: 'key-canary' })
