import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import {
  CodeSent,
  DeliveryFailed,
  SendCodeResult,
  SendCodeTooSoon,
  SignInExpired,
  TooManyAttempts,
} from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { confirmAnswer } from '../set-up/confirm-answer.js'
import {
  BeginSmsSetupInput,
  BeginSmsSetupResult,
  ConfirmSetupInput,
  ConfirmSetupResult,
  InvalidPhoneNumber,
  SmsSetup,
  UnsupportedDestination,
} from '../set-up/set-up.types.js'
import { SmsSetUpService } from './sms-set-up.service.js'

@Resolver()
export class SmsSetUpResolver {
  constructor(private readonly setUps = inject(SmsSetUpService)) {}

  @Mutation(() => BeginSmsSetupResult, {
    description: 'Sends a code to the number. The same number again is the same set-up and the same code.',
  })
  async beginSmsSetup(
    @Arg('input', () => BeginSmsSetupInput) { phoneNumber, country }: BeginSmsSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof BeginSmsSetupResult> {
    const outcome = await this.setUps.begin(await context.requireSetUpCaller(), phoneNumber, country ?? null)
    switch (outcome.kind) {
      case 'begun':
        return SmsSetup.of(outcome.setUp)
      case 'unreadable':
        return InvalidPhoneNumber.of({
          message: `We cannot read that number. Write it with its country, like ${outcome.example ?? '+44 7700 900123'}.`,
          example: outcome.example,
        })
      case 'not-mobile':
        return UnsupportedDestination.of({
          message:
            `That number takes no texts.${outcome.example ? ` Mobile numbers of ${nameOf(outcome.country)} look like ${outcome.example}.` : ''} ` +
            'You can also use an authentication app.',
          reason: 'NOT_MOBILE',
          country: outcome.country,
          example: outcome.example,
        })
      case 'country-off':
        return UnsupportedDestination.of({
          message:
            `No texts are sent to ${nameOf(outcome.country)} from here. A territory with a country code of its own ` +
            'counts as a country. Use an authentication app.',
          reason: 'COUNTRY',
          country: outcome.country,
          example: null,
        })
      case 'unsupported':
        return UnsupportedDestination.of({
          message: 'Text messages aren’t available here. Use an authentication app.',
          reason: 'NO_PROVIDER',
          country: null,
          example: null,
        })
      case 'too-soon':
        return SendCodeTooSoon.of({ message: 'A code was just sent.', retryAt: outcome.retryAt })
      case 'held':
        return TooManyAttempts.until(
          outcome.retryAt,
          'No more texts can be sent for now. Use an authentication app, or try later.',
        )
      case 'too-many':
        return TooManyAttempts.because(outcome)
      case 'failed':
        return notDelivered()
    }
  }

  @Mutation(() => SendCodeResult, { description: 'Sends the live code of a begun set-up again.' })
  async resendSmsSetupCode(
    @Arg('setupId', () => ID) setupId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof SendCodeResult> {
    const outcome = await this.setUps.resend(await context.requireSetUpCaller(), setupId)
    switch (outcome.kind) {
      case 'begun': {
        const { phoneNumber, expiresAt, resendAvailableAt } = outcome.setUp
        return CodeSent.of({ sentTo: phoneNumber, expiresAt, resendAvailableAt })
      }
      case 'too-soon':
        return SendCodeTooSoon.of({ message: 'A code was just sent.', retryAt: outcome.retryAt })
      case 'held':
        return TooManyAttempts.until(
          outcome.retryAt,
          'No more texts can be sent for now. Use an authentication app, or try later.',
        )
      case 'expired':
        return SignInExpired.of({ message: 'This set-up has expired. Enter your number again.', wasReplaced: false })
      case 'unsupported':
      case 'failed':
        return notDelivered()
    }
  }

  @Mutation(() => ConfirmSetupResult, { description: 'Confirms the number by the code that arrived.' })
  async confirmSmsSetup(
    @Arg('input', () => ConfirmSetupInput) { setupId, code }: ConfirmSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmSetupResult> {
    const caller = await context.requireSetUpCaller()
    return confirmAnswer(await this.setUps.confirm(caller, setupId, code, context.origin), context)
  }
}

const notDelivered = () =>
  DeliveryFailed.of({
    message: 'The text message couldn’t be delivered. Check the number, try again, or use an authentication app.',
  })

const countryNames = new Intl.DisplayNames('en', { type: 'region' })
const nameOf = (country: string) => countryNames.of(country) ?? country
