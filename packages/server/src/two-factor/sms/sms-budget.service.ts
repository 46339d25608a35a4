import { limits } from '@twinlock/shared/limits'
import { retryAtOf } from '../../domain/sliding-limit.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import type { Logger } from '../../platform/logging/logger.js'
import type { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'
import type { PhoneNumber } from './phone-number.js'
import type { SmsBudgetStore, SmsCap, SmsCaps } from './sms-budget.store.js'

export interface SmsBudgetSettings {
  isAvailable: boolean
  /** ISO 3166-1 alpha-2; null: all. */
  countries: readonly string[] | null
  monthlyCap: number
}

type SmsPurpose = 'sign-in' | 'set-up'

export type SmsBudgetDecision =
  | { kind: 'granted' }
  | { kind: 'held'; retryAt: Date }
  /** No provider, or a country that this installation does not send to. */
  | { kind: 'unsupported' }

/** Whether one more text may be sent: per account, per number, per country and month. It fails closed. */
export class SmsBudgetService {
  constructor(
    private readonly months: SmsBudgetStore,
    private readonly acts: SlidingLimitStore,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly settings: SmsBudgetSettings,
    private readonly countText: (country: string) => void,
  ) {}

  supports({ country }: PhoneNumber): boolean {
    return this.settings.isAvailable && (this.settings.countries === null || this.settings.countries.includes(country))
  }

  /** What would become of one more text of a sign-in, in two reads and without taking anything. */
  async peek(accountId: string, number: PhoneNumber): Promise<SmsBudgetDecision> {
    if (!this.supports(number)) return { kind: 'unsupported' }
    const now = this.clock.now()
    const keys = { account: `sms:account:${accountId}`, number: this.#numberKey(number) }
    const [acts, cap] = await Promise.all([
      this.acts.acts([keys.account, keys.number]),
      this.months.reached(...this.#monthOf(number, 'sign-in', now)),
    ])
    const waits = [
      retryAtOf(acts.get(keys.account) ?? [], limits.smsPerAccount, now),
      retryAtOf(acts.get(keys.number) ?? [], limits.smsPerNumber, now),
      cap && endOf(cap, now),
    ].filter((wait) => wait !== null)
    return waits.length > 0 ? { kind: 'held', retryAt: new Date(Math.max(...waits.map(Number))) } : { kind: 'granted' }
  }

  async take(accountId: string, number: PhoneNumber, purpose: SmsPurpose): Promise<SmsBudgetDecision> {
    if (!this.supports(number)) return { kind: 'unsupported' }
    const now = this.clock.now()
    const accountKey = `sms:account:${accountId}`
    const accountHeld = await this.acts.take(accountKey, limits.smsPerAccount, now)
    if (accountHeld) return { kind: 'held', retryAt: accountHeld }
    const numberHeld = await this.acts.take(this.#numberKey(number), limits.smsPerNumber, now)
    const cap = numberHeld ? null : await this.#takeFromMonth(number, purpose, now)
    const retryAt = numberHeld ?? (cap && endOf(cap, now))
    if (!retryAt) return { kind: 'granted' }
    await this.acts.giveBack(accountKey)
    if (!numberHeld) await this.acts.giveBack(this.#numberKey(number))
    return { kind: 'held', retryAt }
  }

  /** @returns the cap that holds it back; null: taken */
  async #takeFromMonth(number: PhoneNumber, purpose: SmsPurpose, now: Date): Promise<SmsCap | null> {
    const { monthlyCap } = this.settings
    const { country } = number
    const [month, countryDay, caps] = this.#monthOf(number, purpose, now)
    const total = await this.months.take(month, countryDay, caps)
    if (typeof total === 'string') {
      this.logger.error({ month, country, purpose, monthlyCap, cap: total }, 'A cap of text messages is reached')
      return total
    }
    const reached = limits.smsAlertShares.find((part) => total === Math.ceil(monthlyCap * part))
    if (reached) this.logger.warn({ month, share: reached, monthlyCap }, 'Text messages approach the monthly cap')
    this.countText(country)
    return null
  }

  /** Set-ups have their share of both caps, so that they never take the last text from a sign-in. */
  #monthOf({ country }: PhoneNumber, purpose: SmsPurpose, now: Date): [string, string, SmsCaps] {
    const share = purpose === 'set-up' ? limits.smsSetUpShare : 1
    const { monthlyCap } = this.settings
    const countryDay = Math.max(limits.smsCountryDayFloor, Math.ceil(monthlyCap * limits.smsCountryDayShare))
    const caps = { total: Math.floor(monthlyCap * share), countryDay: Math.floor(countryDay * share) }
    return [now.toISOString().slice(0, 7), `${country}-${now.getUTCDate()}`, caps]
  }

  #numberKey({ e164 }: PhoneNumber): string {
    return `sms:number:${this.keyRing.mac(e164, { owner: 'installation', purpose: 'phone-number' })}`
  }
}

/** When a cap begins anew, in UTC like its count. */
function endOf(cap: SmsCap, now: Date): Date {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  return new Date(cap === 'month' ? Date.UTC(year, month + 1) : Date.UTC(year, month, now.getUTCDate() + 1))
}
