import type { Environment } from '../environment.js'
import type { Clock } from '../platform/clock/clock.js'
import { refusedForGood } from '../platform/delivery-outcome.js'
import type { Mailer } from '../platform/mail/mailer.js'
import { createSmtpMailer } from '../platform/mail/smtp-mailer.js'
import { createHttpSms } from '../platform/sms/http-sms.js'
import type { SmsSender } from '../platform/sms/sms-sender.js'
import { createTwilioSms } from '../platform/sms/twilio-sms.js'
import type { CapturedMessagesStore } from './captured-messages.store.js'
import { createCapturingMailer, createCapturingSmsSender } from './capturing-senders.js'

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
