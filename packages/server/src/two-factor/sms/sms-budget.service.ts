import { limits } from '@twinlock/shared/limits'
import { retryAtOf } from '../../domain/sliding-limit.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import type { Logger } from '../../platform/logging/logger.js'
import type { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'
import type { PhoneNumber } from './phone-number.js'
import type { SmsBudgetStore } from './sms-budget.store.js'

export interface SmsBudgetSettings {
  isAvailable: boolean
  /** ISO 3166-1 alpha-2; null: all. */
  countries: readonly string[] | null
  monthlyCap: number
}

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

  /** When the account and the number have room for one more, in one read and without taking it; null: now. */
  async peek(accountId: string, number: PhoneNumber): Promise<Date | null> {
    const keys = { account: `sms:account:${accountId}`, number: this.#numberKey(number) }
    const acts = await this.acts.acts([keys.account, keys.number])
    const now = this.clock.now()
    const waits = [
      retryAtOf(acts.get(keys.account) ?? [], limits.smsPerAccount, now),
      retryAtOf(acts.get(keys.number) ?? [], limits.smsPerNumber, now),
    ].filter((wait) => wait !== null)
    return waits.length > 0 ? new Date(Math.max(...waits.map(Number))) : null
  }

  async take(accountId: string, number: PhoneNumber, purpose: 'sign-in' | 'set-up'): Promise<SmsBudgetDecision> {
    if (!this.supports(number)) return { kind: 'unsupported' }
    const now = this.clock.now()
    const accountKey = `sms:account:${accountId}`
    const accountHeld = await this.acts.take(accountKey, limits.smsPerAccount, now)
    if (accountHeld) return { kind: 'held', retryAt: accountHeld }
    const numberHeld = await this.acts.take(this.#numberKey(number), limits.smsPerNumber, now)
    if (!numberHeld && (await this.#takeFromMonth(number, purpose, now))) return { kind: 'granted' }
    await this.acts.giveBack(accountKey)
    if (!numberHeld) await this.acts.giveBack(this.#numberKey(number))
    return { kind: 'held', retryAt: numberHeld ?? nextDay(now) }
  }

  async #takeFromMonth({ country }: PhoneNumber, purpose: 'sign-in' | 'set-up', now: Date): Promise<boolean> {
    const { monthlyCap } = this.settings
    const share = purpose === 'set-up' ? limits.smsSetUpShare : 1
    const month = now.toISOString().slice(0, 7)
    const total = await this.months.take(month, `${country}-${now.getUTCDate()}`, {
      total: Math.floor(monthlyCap * share),
      countryDay: Math.ceil(monthlyCap * limits.smsCountryDayShare),
    })
    if (total === null) this.logger.error({ month, country, purpose, monthlyCap }, 'A cap of text messages is reached')
    const reached = limits.smsAlertShares.find((part) => total === Math.ceil(monthlyCap * part))
    if (reached) this.logger.warn({ month, share: reached, monthlyCap }, 'Text messages approach the monthly cap')
    if (total !== null) this.countText(country)
    return total !== null
  }

  #numberKey({ e164 }: PhoneNumber): string {
    return `sms:number:${this.keyRing.mac(e164, { owner: 'installation', purpose: 'phone-number' })}`
  }
}

function nextDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}
