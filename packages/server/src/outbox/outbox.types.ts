import type { Locale } from '@twinlock/shared/locales'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'

export type Channel = 'email' | 'sms'

/** Codes go before notices, and notices before mailings to a whole network. */
export const priorities = { code: 0, notice: 1, bulk: 2 } as const
export type Priority = (typeof priorities)[keyof typeof priorities]

/**
 * A message to be delivered once. `notifications/outgoing.ts` makes it: there the template decides channel and priority,
 * and its props are typed.
 */
export interface OutgoingMessage {
  /** Unique: storing the same id again is a no-op, even after delivery. */
  id: string
  channel: Channel
  template: string
  /** An email address or an E.164 number, by channel. */
  to: string
  /** The language, where the recipient has none of their own; the request's when it is left out. */
  locale?: Locale
  /** Plain data for the template; dates stay dates. Sealed at rest, erased once delivered or abandoned. */
  props: object
  priority: Priority
  /** The membership that a network mails by it: its Admins see that it was sent, for a month. */
  memberId?: string
  /** Dropped from then on; null: never. */
  expiresAt: Date | null
}

export interface RenderedMessage {
  /** Null for SMS. */
  subject: string | null
  text: string
  /** Null for SMS. */
  html: string | null
}

/** The language and IANA time zone to write in; without, English and UTC. */
export interface Reader {
  locale?: Locale | undefined
  timeZone?: string | undefined
}

export type RenderMessage = (template: string, props: object, reader: Reader) => Promise<RenderedMessage>

export type MessageState = 'waiting' | 'sending' | 'sent' | 'failed'

/** The state of a message when the wait for its first attempt ends. */
export type FirstAttempt =
  | { status: 'sent' }
  /** Not yet answered (`slow`), or refused for now and tried again later (`retrying`, `reason` without secrets). */
  | { status: 'queued'; because: 'slow' | 'retrying' }
  /** Permanently rejected, or expired: there is no further attempt. */
  | { status: 'failed' }

/** An abandoned message; contains no secrets. */
export interface FailedMessage {
  id: string
  channel: Channel
  template: string
  attempts: number
  reason: string
}

/** A mail to a member of a network. */
export interface MemberMessage {
  id: string
  template: string
  putAt: Date
  delivery: CodeDelivery
}

/** The result of one run of the worker. */
export interface DeliveryRun {
  sent: number
  retried: number
  failed: number
}
