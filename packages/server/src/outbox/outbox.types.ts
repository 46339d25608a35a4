import type { Locale } from '@twinlock/shared/locales'

export type Channel = 'email' | 'sms'

/** Codes somebody is waiting for leave before notices, and notices before what goes to a whole network. */
export const priorities = { code: 0, notice: 1, bulk: 2 } as const
export type Priority = (typeof priorities)[keyof typeof priorities]

/**
 * A message to be delivered once. `notifications/outgoing.ts` makes it: there the template decides channel and priority,
 * and its props are typed.
 */
export interface OutgoingMessage {
  /** What makes the message unique: putting the same id again is a no-op, even after it was delivered. */
  id: string
  channel: Channel
  template: string
  /** An email address or an E.164 number, by channel. */
  to: string
  /** The language, where the recipient has none of their own; the request's when it is left out. */
  locale?: Locale
  /** Plain data for the template; dates are kept as dates. Sealed at rest, erased once delivered or given up. */
  props: object
  priority: Priority
  /** From then on the message is useless and is dropped; null when it never is. */
  expiresAt: Date | null
}

export interface RenderedMessage {
  /** Null for SMS. */
  subject: string | null
  text: string
  /** Null for SMS. */
  html: string | null
}

/** Where a message goes, and its language unless the recipient has one of their own. */
export type Addressee = Pick<OutgoingMessage, 'channel' | 'to' | 'locale'>

export type RenderMessage = (template: string, props: object, addressee: Addressee) => Promise<RenderedMessage>

export type MessageState = 'waiting' | 'sending' | 'sent' | 'failed'

/** What is known of a message when the wait for its first attempt ends. */
export type FirstAttempt =
  | { status: 'sent' }
  /** Not yet answered (`slow`), or refused for now and tried again later (`retrying`, `reason` without secrets). */
  | { status: 'queued'; because: 'slow' | 'retrying' }
  /** Refused for good, or expired: nothing more will happen. */
  | { status: 'failed' }

/** A message that was given up; carries nothing secret. */
export interface FailedMessage {
  id: string
  channel: Channel
  template: string
  attempts: number
  reason: string
}

/** What one run of the worker did. */
export interface DeliveryRun {
  sent: number
  retried: number
  failed: number
}
