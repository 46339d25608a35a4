import type { KeyRing, SealContext } from '../../platform/crypto/key-ring.js'
import type { ReSealStore } from './re-seal.store.js'

/**
 * Brings every secret that accounts keep under the newest key, while the system runs. It may be stopped and run again;
 * what was replaced meanwhile is left alone, since it was sealed under the newest key anyway.
 */
export class ReSealService {
  constructor(
    private readonly store: ReSealStore,
    private readonly keyRing: KeyRing,
  ) {}

  /** @returns how many envelopes were under an older key */
  async run(): Promise<number> {
    let count = 0
    for await (const { _id, factors, backupCodes, setUps } of this.store.all()) {
      count += await this.#one(_id, 'factors.app.sealedSecret', factors.app?.sealedSecret, 'totp')
      count += await this.#one(_id, 'factors.sms.sealedNumber', factors.sms?.sealedNumber, 'phone-number')
      count += await this.#one(_id, 'setUps.app.sealedSecret', setUps.app?.sealedSecret, 'totp')
      count += await this.#one(_id, 'setUps.sms.sealedNumber', setUps.sms?.sealedNumber, 'phone-number')
      for (const [place, { sealed }] of backupCodes.entries()) count += await this.#backupCode(_id, place, sealed)
    }
    return count
  }

  async #one(accountId: string, path: string, envelope: string | undefined, purpose: string): Promise<number> {
    if (!envelope || this.#isNewest(envelope)) return 0
    const context = { owner: accountId, purpose }
    const next = await this.#sealAgain(envelope, context)
    return (await this.store.replace(accountId, path, envelope, { [path]: next })) ? 1 : 0
  }

  /** The keyed hash belongs to the key too: both change with one write. */
  async #backupCode(accountId: string, place: number, envelope: string): Promise<number> {
    if (this.#isNewest(envelope)) return 0
    const context = { owner: accountId, purpose: 'backup-code' }
    const code = await this.keyRing.open(envelope, context)
    const path = `backupCodes.${place}`
    const values = {
      [`${path}.sealed`]: await this.keyRing.seal(code, context),
      [`${path}.mac`]: this.keyRing.mac(code, context),
    }
    return (await this.store.replace(accountId, `${path}.sealed`, envelope, values)) ? 1 : 0
  }

  async #sealAgain(envelope: string, context: SealContext): Promise<string> {
    return this.keyRing.seal(await this.keyRing.open(envelope, context), context)
  }

  #isNewest(envelope: string): boolean {
    return this.keyRing.keyIdOf(envelope) === this.keyRing.newestKeyId
  }
}
