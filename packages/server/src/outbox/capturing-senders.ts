import type { Clock } from '../platform/clock/clock.js'
import { type DeliveryOutcome, delivered, providerDown, refusedForGood } from '../platform/delivery-outcome.js'
import { isPlainAddress, type Mailer } from '../platform/mail/mailer.js'
import type { SmsSender } from '../platform/sms/sms-sender.js'
import type { CapturedMessage, CapturedMessagesStore } from './captured-messages.store.js'

/** For trial runs: stores each mail instead of sending it. */
export function createCapturingMailer(store: CapturedMessagesStore, clock: Clock): Mailer {
  return {
    async send({ id, to, subject, text, html }) {
      if (!isPlainAddress(to)) return refusedForGood('The recipient is not one plain address.')
      return capture(store, { id, channel: 'email', to, subject, text, html, sentAt: clock.now() })
    },
    async close() {},
  }
}

/** For trial runs: stores each SMS instead of sending it. */
export function createCapturingSmsSender(store: CapturedMessagesStore, clock: Clock): SmsSender {
  return {
    send: ({ id, to, text }) =>
      capture(store, { id, channel: 'sms', to, subject: null, text, html: null, sentAt: clock.now() }),
  }
}

async function capture(store: CapturedMessagesStore, message: CapturedMessage): Promise<DeliveryOutcome> {
  try {
    await store.add(message)
    return delivered
  } catch (error) {
    return providerDown(`It could not be captured (${error instanceof Error ? error.name : 'unknown'}).`)
  }
}
