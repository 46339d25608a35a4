import { type Connection, type Model, Schema } from 'mongoose'
import { isDuplicateKey } from '../../platform/mongo/mongo-connection.js'

interface SmsMonthDocument {
  /** `2026-11`, UTC. */
  _id: string
  total: number
  /** `DE-24` → sends to that country on that day of the month. */
  byCountryAndDay: Record<string, number>
}

const smsMonthSchema = new Schema<SmsMonthDocument>(
  {
    _id: { type: String, required: true },
    total: { type: Number, default: 0 },
    byCountryAndDay: { type: Schema.Types.Mixed, default: {} },
  },
  { collection: 'sms_months', versionKey: false, minimize: false, strict: 'throw' },
)

export interface SmsCaps {
  total: number
  countryDay: number
}

/** Which cap holds a text back. */
export type SmsCap = 'month' | 'country-day'

/** What the whole installation has sent in a calendar month. */
export class SmsBudgetStore {
  readonly #months: Model<SmsMonthDocument>

  constructor(connection: Connection) {
    this.#months = connection.models.SmsMonth ?? connection.model<SmsMonthDocument>('SmsMonth', smsMonthSchema)
  }

  /** @returns the month's total with this one, or the cap that is reached */
  async take(month: string, countryDay: string, caps: SmsCaps): Promise<number | SmsCap> {
    const path = `byCountryAndDay.${countryDay}`
    if (caps.total < 1) return 'month'
    try {
      const taken = await this.#months
        .findOneAndUpdate(
          { _id: month, $nor: [{ total: { $gte: caps.total } }, { [path]: { $gte: caps.countryDay } }] },
          { $inc: { total: 1, [path]: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<SmsMonthDocument>()
      if (taken) return taken.total
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    // A cap is reached, or two first sends of a month met: the document is there now.
    return (await this.reached(month, countryDay, caps)) ?? this.take(month, countryDay, caps)
  }

  /** The cap that holds the next one back, without taking anything. By `_id`. */
  async reached(month: string, countryDay: string, caps: SmsCaps): Promise<SmsCap | null> {
    const found = await this.#months.findById(month).lean<SmsMonthDocument>()
    if ((found?.total ?? 0) >= caps.total) return 'month'
    return (found?.byCountryAndDay[countryDay] ?? 0) >= caps.countryDay ? 'country-day' : null
  }
}
