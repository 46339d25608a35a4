import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { retryAtOf } from '../../domain/sliding-limit.js'
import { Environment } from '../../environment.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { Logger } from '../../platform/logging/logger.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import type { PhoneNumber } from './phone-number.js'
import { capReached, SmsBudgetStore, type SmsCap, type SmsCaps, type SmsMonth } from './sms-budget.store.js'

type SmsPurpose = 'sign-in' | 'set-up'

export type SmsBudgetDecision =
  | { kind: 'granted' }
  | { kind: 'held'; retryAt: Date }
  /** No provider, or a country that this installation does not send to. */
  | { kind: 'unsupported' }

/** Whether one more text may be sent: per account, per number, per country and month. It fails closed. */
export class SmsBudgetService {
  /** The caps that sign-ins have reached, as far as this process has seen: until when. None is given back before. */
  readonly #reachedUntil = new Map<string, Date>()

  constructor(
    private readonly months = inject(SmsBudgetStore),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
    private readonly logger = inject(Logger),
    private readonly environment = inject(Environment),
    private readonly metrics = inject(MetricsService),
  ) {}

  /** Whether there is a provider at all. */
  get isAvailable(): boolean {
    return this.environment.sms.kind !== 'none'
  }

  supports({ country }: PhoneNumber): boolean {
    return this.isAvailable && this.supportsCountry(country)
  }

  /** By the operator's `SMS_COUNTRIES`. */
  supportsCountry(country: string): boolean {
    return (this.environment.smsCountries as readonly string[] | null)?.includes(country) ?? true
  }

  /**
   * What would become of one more text of a sign-in, in one read and without taking anything. What another process has
   * just taken from the month may be missed here; `take` has the last word.
   */
  async peek(accountId: string, number: PhoneNumber): Promise<SmsBudgetDecision> {
    if (!this.supports(number)) return { kind: 'unsupported' }
    const now = this.clock.now()
    const [ofAccount = [], ofNumber = []] = await this.rateLimits.acts([
      accountKeyOf(accountId),
      this.#numberKey(number),
    ])
    const waits = [
      retryAtOf(ofAccount, limits.smsPerAccount, now),
      retryAtOf(ofNumber, limits.smsPerNumber, now),
      ...['month', number.country].map((cap) => this.#reachedUntil.get(cap) ?? null),
    ].filter((wait) => wait !== null && wait > now)
    return waits.length > 0 ? { kind: 'held', retryAt: new Date(Math.max(...waits.map(Number))) } : { kind: 'granted' }
  }

  async take(accountId: string, number: PhoneNumber, purpose: SmsPurpose): Promise<SmsBudgetDecision> {
    if (!this.supports(number)) return { kind: 'unsupported' }
    const now = this.clock.now()
    const accountKey = accountKeyOf(accountId)
    const accountHeld = await this.rateLimits.take(accountKey, limits.smsPerAccount, now)
    if (accountHeld) return { kind: 'held', retryAt: accountHeld }
    const numberHeld = await this.rateLimits.take(this.#numberKey(number), limits.smsPerNumber, now)
    const cap = numberHeld ? null : await this.#takeFromMonth(number, purpose, now)
    const retryAt = numberHeld ?? (cap && endOf(cap, now))
    if (!retryAt) return { kind: 'granted' }
    await this.rateLimits.releaseSlot(accountKey)
    if (!numberHeld) await this.rateLimits.releaseSlot(this.#numberKey(number))
    return { kind: 'held', retryAt }
  }

  /** @returns the cap that holds it back; null: taken */
  async #takeFromMonth(number: PhoneNumber, purpose: SmsPurpose, now: Date): Promise<SmsCap | null> {
    const { smsMonthlyCap: monthlyCap } = this.environment
    const { country } = number
    const [month, countryDay] = [now.toISOString().slice(0, 7), `${country}-${now.getUTCDate()}`]
    const caps = this.#capsOf(purpose)
    const taken = await this.months.take(month, countryDay, caps)
    this.#remember(taken, country, now)
    if (!taken.isTaken) {
      const cap = capReached(taken, caps) ?? 'month'
      this.logger.error({ month, country, purpose, monthlyCap, cap }, 'A cap of text messages is reached')
      return cap
    }
    const reached = limits.smsAlertShares.find((part) => taken.total === Math.ceil(monthlyCap * part))
    if (reached) this.logger.warn({ month, share: reached, monthlyCap }, 'Text messages approach the monthly cap')
    this.metrics.countText(country)
    return null
  }

  #remember(month: SmsMonth, country: string, now: Date): void {
    const cap = capReached(month, this.#capsOf('sign-in'))
    if (cap) this.#reachedUntil.set(cap === 'month' ? cap : country, endOf(cap, now))
  }

  /** Set-ups have their share of both caps, so that they never take the last text from a sign-in. */
  #capsOf(purpose: SmsPurpose): SmsCaps {
    const share = purpose === 'set-up' ? limits.smsSetUpShare : 1
    const { smsMonthlyCap: monthlyCap } = this.environment
    const countryDay = Math.max(limits.smsCountryDayFloor, Math.ceil(monthlyCap * limits.smsCountryDayShare))
    // The smallest cap still lets one person set up.
    const total = Math.min(monthlyCap, Math.max(1, Math.floor(monthlyCap * share)))
    return { total, countryDay: Math.floor(countryDay * share) }
  }

  #numberKey({ e164 }: PhoneNumber): string {
    return `sms:number:${this.keyRing.mac(e164, { owner: 'installation', purpose: 'phone-number' })}`
  }
}

const accountKeyOf = (accountId: string) => `sms:account:${accountId}`

/** When a cap resets, in UTC like its count. */
function endOf(cap: SmsCap, now: Date): Date {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  return new Date(cap === 'month' ? Date.UTC(year, month + 1) : Date.UTC(year, month, now.getUTCDate() + 1))
}
