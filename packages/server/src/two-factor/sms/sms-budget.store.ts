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

/** What the whole installation has sent in a calendar month. */
export class SmsBudgetStore {
  readonly #months: Model<SmsMonthDocument>

  constructor(connection: Connection) {
    this.#months = connection.models.SmsMonth ?? connection.model<SmsMonthDocument>('SmsMonth', smsMonthSchema)
  }

  /** @returns the month's total with this one, or null when a cap is reached */
  async take(month: string, countryDay: string, caps: { total: number; countryDay: number }): Promise<number | null> {
    const path = `byCountryAndDay.${countryDay}`
    if (caps.total < 1 || caps.countryDay < 1) return null
    try {
      const taken = await this.#months
        .findOneAndUpdate(
          { _id: month, $nor: [{ total: { $gte: caps.total } }, { [path]: { $gte: caps.countryDay } }] },
          { $inc: { total: 1, [path]: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<SmsMonthDocument>()
      return taken?.total ?? null
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      const found = await this.#months.findById(month).lean<SmsMonthDocument>()
      const isFull = found && (found.total >= caps.total || (found.byCountryAndDay[countryDay] ?? 0) >= caps.countryDay)
      // Two first sends of a month met: the document is there now.
      return isFull ? null : this.take(month, countryDay, caps)
    }
  }

  async totalOf(month: string): Promise<number> {
    const found = await this.#months.findById(month).lean<SmsMonthDocument>()
    return found?.total ?? 0
  }
}
