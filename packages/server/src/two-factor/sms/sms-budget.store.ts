import { inject } from '@needle-di/core'
import { defineCollection } from '../../platform/mongo/database.js'
import { isDuplicateKey } from '../../platform/mongo/mongo-connection.js'

interface SmsMonthDocument {
  /** `2026-11`, UTC. */
  _id: string
  total: number
  /** `DE-24` → sends to that country on that day of the month. */
  byCountryAndDay: Record<string, number>
}

export interface SmsCaps {
  total: number
  countryDay: number
}

/** Which cap holds a text back. */
export type SmsCap = 'month' | 'country-day'

/** How far a month has come, with the text that was just taken from it or refused. */
export interface SmsMonth {
  isTaken: boolean
  total: number
  onCountryDay: number
}

export const SmsMonthCollection = defineCollection<SmsMonthDocument>('sms_months')

/** What the whole installation has sent in a calendar month. */
export class SmsBudgetStore {
  constructor(private readonly months = inject(SmsMonthCollection)) {}

  /** Takes one from the month and from the country's day, where neither cap is reached. */
  async take(month: string, countryDay: string, caps: SmsCaps): Promise<SmsMonth> {
    const path = `byCountryAndDay.${countryDay}`
    if (caps.total < 1) return { isTaken: false, total: 0, onCountryDay: 0 }
    try {
      const taken = await this.months.findOneAndUpdate(
        { _id: month, $nor: [{ total: { $gte: caps.total } }, { [path]: { $gte: caps.countryDay } }] },
        { $inc: { total: 1, [path]: 1 } },
        { upsert: true, returnDocument: 'after' },
      )
      if (taken) return { isTaken: true, ...countsOf(taken, countryDay) }
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    // A cap is reached, or two first sends of a month met: the document is there now.
    const counts = countsOf(await this.months.findOne({ _id: month }), countryDay)
    return capReached(counts, caps) ? { isTaken: false, ...counts } : this.take(month, countryDay, caps)
  }
}

function countsOf(month: SmsMonthDocument | null, countryDay: string) {
  return { total: month?.total ?? 0, onCountryDay: month?.byCountryAndDay[countryDay] ?? 0 }
}

/** The cap that holds the next one back. */
export function capReached(counts: Omit<SmsMonth, 'isTaken'>, caps: SmsCaps): SmsCap | null {
  if (counts.total >= caps.total) return 'month'
  return counts.onCountryDay >= caps.countryDay ? 'country-day' : null
}
