import { inject } from '@needle-di/core'
import { type Factors, factorStorage } from '../../accounts/account-factors.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import type { StoredEnvelope } from '../../platform/crypto/re-seal.js'
import { atPath } from '../../platform/mongo/database.js'
import { type SealedAccount, SealedSecretsStore } from './sealed-secrets.store.js'

/** Every sealed secret of the accounts, to be sealed again with the newest key. */
export class SealedSecretsService {
  constructor(
    private readonly store = inject(SealedSecretsStore),
    private readonly keyRing = inject(KeyRing),
  ) {}

  async *envelopes(): AsyncGenerator<StoredEnvelope> {
    for await (const account of this.store.all()) {
      const { _id, backupCodes, setUps } = account
      for (const { factor, setUp, sealed } of Object.values(factorStorage))
        for (const [field, purpose] of Object.entries(sealed)) {
          for (const [path, factors] of factorsIn(account))
            for (const [place, envelope] of fieldIn(factors[factor], `${path}.${factor}`, field))
              yield this.#at(_id, place, envelope, purpose)
          for (const [place, envelope] of fieldIn(setUps[setUp], `setUps.${setUp}`, field))
            yield this.#at(_id, place, envelope, purpose)
        }
      for (const [place, { sealed }] of backupCodes.entries()) yield this.#backupCode(_id, place, sealed)
    }
  }

  #at(owner: string, path: string, envelope: string, purpose: string): StoredEnvelope {
    const replace = (resealed: string) => this.store.replace(owner, path, envelope, atPath(path, resealed))
    return { envelope, context: { owner, purpose }, replace }
  }

  /** The keyed hash belongs to the key too: both change with one write. */
  #backupCode(owner: string, place: number, envelope: string): StoredEnvelope {
    const context = { owner, purpose: 'backup-code' }
    const path = `backupCodes.${place}`
    const replace = (resealed: string, code: string) =>
      this.store.replace(owner, `${path}.sealed`, envelope, {
        ...atPath(`${path}.sealed`, resealed),
        ...atPath(`${path}.mac`, this.keyRing.mac(code, context)),
      })
    return { envelope, context, replace }
  }
}

/** The factors there are, and those that an undo of the address would bring back. */
function* factorsIn({ factors, emailUndo, secondStepBefore }: SealedAccount): Generator<[string, Factors]> {
  yield ['factors', factors]
  if (emailUndo) yield ['emailUndo.factors', emailUndo.factors]
  if (secondStepBefore) yield ['secondStepBefore.factors', secondStepBefore.factors]
}

/** The envelope in a field, by its path: of one factor or set-up, or of each in a list. */
function fieldIn(stored: unknown, path: string, field: string): [string, string][] {
  if (Array.isArray(stored)) return stored.flatMap((each, place) => fieldIn(each, `${path}.${place}`, field))
  const envelope = (stored as Record<string, string | undefined> | null | undefined)?.[field]
  return envelope === undefined ? [] : [[`${path}.${field}`, envelope]]
}
