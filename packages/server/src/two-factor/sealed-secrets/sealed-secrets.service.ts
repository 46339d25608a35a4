import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import type { StoredEnvelope } from '../../platform/crypto/re-seal.js'
import { type SealedAccount, SealedSecretsStore } from './sealed-secrets.store.js'

/** Every secret that accounts keep, for whoever brings them under the newest key. */
export class SealedSecretsService {
  constructor(
    private readonly store = inject(SealedSecretsStore),
    private readonly keyRing = inject(KeyRing),
  ) {}

  async *envelopes(): AsyncGenerator<StoredEnvelope> {
    for await (const account of this.store.all()) {
      const { _id, backupCodes, setUps } = account
      for (const [path, factors] of factorsIn(account)) {
        yield* this.#at(_id, `${path}.app.sealedSecret`, factors.app?.sealedSecret, 'totp')
        yield* this.#at(_id, `${path}.sms.sealedNumber`, factors.sms?.sealedNumber, 'phone-number')
      }
      yield* this.#at(_id, 'setUps.app.sealedSecret', setUps.app?.sealedSecret, 'totp')
      yield* this.#at(_id, 'setUps.sms.sealedNumber', setUps.sms?.sealedNumber, 'phone-number')
      for (const [place, { sealed }] of backupCodes.entries()) yield this.#backupCode(_id, place, sealed)
    }
  }

  *#at(owner: string, path: string, envelope: string | undefined, purpose: string): Generator<StoredEnvelope> {
    if (envelope === undefined) return
    const replace = (resealed: string) => this.store.replace(owner, path, envelope, { [path]: resealed })
    yield { envelope, context: { owner, purpose }, replace }
  }

  /** The keyed hash belongs to the key too: both change with one write. */
  #backupCode(owner: string, place: number, envelope: string): StoredEnvelope {
    const context = { owner, purpose: 'backup-code' }
    const path = `backupCodes.${place}`
    const replace = (resealed: string, code: string) =>
      this.store.replace(owner, `${path}.sealed`, envelope, {
        [`${path}.sealed`]: resealed,
        [`${path}.mac`]: this.keyRing.mac(code, context),
      })
    return { envelope, context, replace }
  }
}

/** The factors there are, and those that an undo of the address would bring back. */
function* factorsIn({
  factors,
  emailUndo,
  secondStepBefore,
}: SealedAccount): Generator<[string, AccountDocument['factors']]> {
  yield ['factors', factors]
  if (emailUndo) yield ['emailUndo.factors', emailUndo.factors]
  if (secondStepBefore) yield ['secondStepBefore.factors', secondStepBefore.factors]
}
