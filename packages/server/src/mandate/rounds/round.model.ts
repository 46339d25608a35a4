import { type Connection, type Model, Schema } from 'mongoose'

export type RoundKind =
  /** It has been made mandatory: three kinds of mail. */
  | 'announce'
  /** It is no longer mandatory. */
  | 'withdraw'
  /** By itself, so long before a deadline. */
  | 'remind'
  /** Because an Admin asked for it. */
  | 'nudge'
  /** Everybody has more time. */
  | 'extend'
  /** Some methods will no longer be accepted. */
  | 'methods'
  /** A sign-in will count for a shorter time, or a browser be trusted for fewer days. */
  | 'settings'
  /** The deadline has passed: sign out, tell, write down. */
  | 'close'

/**
 * One pass over the members of a network: to tell them something, or to close. Begun by an event, carried on by whichever
 * worker has time, in batches; how far it came is kept here, so that a worker that dies is no loss.
 */
export interface RoundDocument {
  /** What makes it unique: the same event never begins a second one. */
  _id: string
  networkId: string
  /** It is over when this activation is. */
  activationId: string
  kind: RoundKind
  audience: 'everyone' | 'not-yet' | 'extended'
  /** Only whose own deadline this is; null: everybody's. */
  deadline: Date | null
  /** Milliseconds before the deadline; reminders only. */
  before: number | null
  /** Only who had joined by then. */
  joinedUntil: Date
  /** Who decided it, and in which zone; for the words of mails. */
  actorName: string
  timeZone: string
  reason: string | null

  /** From when on a worker may take it; the end of the lease while one has it; absent once it is done. */
  dueAt?: Date
  claim?: string
  attempts: number
  /** The membership that was visited last. */
  cursor: string
  /** How many it concerned so far. */
  reached: number
  doneAt: Date | null
}

const roundSchema = new Schema<RoundDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    activationId: { type: String, required: true },
    kind: { type: String, required: true },
    audience: { type: String, required: true },
    deadline: { type: Date, default: null },
    before: { type: Number, default: null },
    joinedUntil: { type: Date, required: true },
    actorName: { type: String, required: true },
    timeZone: { type: String, required: true },
    reason: { type: String, default: null },
    dueAt: Date,
    claim: String,
    attempts: { type: Number, default: 0 },
    cursor: { type: String, default: '' },
    reached: { type: Number, default: 0 },
    doneAt: { type: Date, default: null },
  },
  { collection: 'rounds', versionKey: false, strict: 'throw' },
)
roundSchema.index({ dueAt: 1 }, { sparse: true })
roundSchema.index({ doneAt: 1 })

export type RoundModel = Model<RoundDocument>

export function roundModel(connection: Connection): RoundModel {
  return connection.models.Round ?? connection.model<RoundDocument>('Round', roundSchema)
}
