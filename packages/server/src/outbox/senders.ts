import type { Environment } from '../environment.js'
import type { Clock } from '../platform/clock/clock.js'
import { type DeliveryOutcome, delivered, providerDown, refusedForGood } from '../platform/delivery-outcome.js'
import { isPlainAddress, type Mailer } from '../platform/mail/mailer.js'
import { createSmtpMailer } from '../platform/mail/smtp-mailer.js'
import { createHttpSms } from '../platform/sms/http-sms.js'
import type { SmsSender } from '../platform/sms/sms-sender.js'
import { createTwilioSms } from '../platform/sms/twilio-sms.js'
import type { CapturedMessage, CapturedMessagesStore } from './captured-messages.store.js'

/** A real SMTP server where there is one; the development inbox otherwise. */
export function createMailer(
  { smtpUrl, smtpName, mailFrom }: Environment,
  captured: CapturedMessagesStore,
  clock: Clock,
): Mailer {
  return smtpUrl
    ? createSmtpMailer({ url: smtpUrl, from: mailFrom, name: smtpName, clock })
    : createCapturingMailer(captured, clock)
}

export function createSmsSender({ sms }: Environment, captured: CapturedMessagesStore, clock: Clock): SmsSender {
  switch (sms.kind) {
    case 'twilio': {
      const { accountSid, authToken, from, apiUrl } = sms
      return createTwilioSms({ accountSid, authToken, from, ...(apiUrl ? { apiOrigin: apiUrl } : {}) })
    }
    case 'http':
      return createHttpSms({ url: sms.url, token: sms.token })
    case 'capture':
      return createCapturingSmsSender(captured, clock)
    case 'none':
      return { send: async () => refusedForGood('no SMS provider is configured') }
  }
}

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
