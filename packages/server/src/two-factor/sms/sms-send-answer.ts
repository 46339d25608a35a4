import type { AccountDocument } from '../../accounts/account.model.js'
import { resendAvailableAt } from '../../domain/one-time-code.js'
import { CodeSent, DeliveryFailed, SendCodeTooSoon, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { SmsSendOutcome } from './sms-code.service.js'

type SmsSendAnswer = CodeSent | SendCodeTooSoon | TooManyAttempts | DeliveryFailed

/** What became of a text to the phone of this account, whatever its code is for. */
export function smsSendAnswer(outcome: SmsSendOutcome, { factors }: AccountDocument): SmsSendAnswer {
  switch (outcome.kind) {
    case 'sent':
      return CodeSent.of({
        sentTo: factors.sms?.maskedNumber ?? '',
        expiresAt: outcome.code.expiresAt,
        resendAvailableAt: resendAvailableAt(outcome.code),
      })
    case 'too-soon':
      return SendCodeTooSoon.of({ message: 'A code was just sent.', retryAt: outcome.retryAt })
    case 'held':
      return TooManyAttempts.until(outcome.retryAt, 'No more texts can be sent for now. Use another way.')
    case 'unsupported':
    case 'failed':
      return DeliveryFailed.of({ message: 'The text message couldn’t be delivered. Use another method.' })
  }
}
