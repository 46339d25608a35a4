import { inject } from '@needle-di/core'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { Clock } from '../platform/clock/clock.js'
import { CodeExpired, InvalidCode, SendCodeResult, SignInExpired } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { challengeAnswer, PasskeyChallengeResult } from '../two-factor/passkey/passkey-challenge.types.js'
import { smsSendAnswer } from '../two-factor/sms/sms-send-answer.js'
import { answerOptionsFor, providerUrlOf } from './answer-options.js'
import type { VerificationDocument } from './verification.model.js'
import {
  AnswerVerificationInput,
  AnswerVerificationResult,
  VerificationEnded,
  VerificationRequest,
} from './verification.types.js'
import {
  type AnswerOutcome,
  type OpenVerification,
  VerificationAnswersService,
} from './verification-answers.service.js'

@Resolver()
export class VerificationRequestResolver {
  constructor(
    private readonly answers = inject(VerificationAnswersService),
    private readonly clock = inject(Clock),
  ) {}

  @Query(() => VerificationRequest, {
    nullable: true,
    description: 'What an app asks the viewer; null when it does not exist or belongs to another account.',
  })
  async verificationRequest(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<VerificationRequest | null> {
    const asked = await this.answers.find(await context.requireSession(), id)
    return asked && this.#shown(asked)
  }

  @Mutation(() => SendCodeResult, { description: 'Sends an SMS code that answers this verification alone.' })
  async sendVerificationCode(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof SendCodeResult> {
    const asked = await this.#require(id, context)
    const outcome = await this.answers.sendCode(asked)
    if (outcome.kind === 'ended') return SignInExpired.of({ message: 'This request has ended.', wasReplaced: false })
    return smsSendAnswer(outcome, asked.open.caller.account)
  }

  @Mutation(() => PasskeyChallengeResult, {
    description:
      "Asks the account's passkeys to answer this verification; NOT_FOUND where that is no way. " +
      'What the browser brings back is the code of answerVerification, as JSON.',
  })
  async beginPasskeyVerification(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof PasskeyChallengeResult> {
    const outcome = await this.answers.beginPasskey(await this.#require(id, context))
    return outcome.kind === 'ended'
      ? SignInExpired.of({ message: 'This request has ended.', wasReplaced: false })
      : challengeAnswer(outcome)
  }

  @Mutation(() => AnswerVerificationResult, {
    description: 'Proves by a second step that it is the viewer. The fifth wrong code ends it as LOCKED.',
  })
  async answerVerification(
    @Arg('input', () => AnswerVerificationInput) { id, method, code }: AnswerVerificationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerVerificationResult> {
    return answered(await this.answers.answer(await this.#require(id, context), method, code, context.origin), method)
  }

  @Mutation(() => AnswerVerificationResult, {
    description:
      "For members who use the network's identity provider, after it has authenticated them again; SSO_REQUIRED before that.",
  })
  async answerVerificationByProvider(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerVerificationResult> {
    return answered(await this.answers.answerByProvider(await this.#require(id, context), context.origin))
  }

  @Mutation(() => VerificationEnded, {
    description: 'Reports that the user did not start this verification. Cancels it and notifies the Admins.',
  })
  async declineVerification(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<VerificationEnded> {
    return ended(await this.answers.decline(await this.#require(id, context), context.origin))
  }

  @Mutation(() => VerificationEnded, {
    description:
      'Ends the verification as NO_SECOND_STEP, for a user who has no second step and does not set one up now.',
  })
  async leaveVerification(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<VerificationEnded> {
    return ended(await this.answers.leave(await this.#require(id, context), context.origin))
  }

  async #require(id: string, context: RequestContext): Promise<OpenVerification> {
    return this.answers.require(await context.requireSession(), id)
  }

  #shown({ verification, open }: OpenVerification): VerificationRequest {
    const { _id, shown, networkName, expiresAt, outcome } = verification
    const options = answerOptionsFor(open, this.clock.now())
    const methods = options.kind === 'code' ? options.methods : []
    return VerificationRequest.of({
      id: _id,
      status: outcome?.status ?? 'PENDING',
      networkName,
      ...shown,
      expiresAt,
      methods,
      maskedPhoneNumber: methods.includes('SMS') ? (open.caller.account.factors.sms?.maskedNumber ?? null) : null,
      providerUrl: options.kind === 'provider' ? providerUrlOf(verification, open.network) : null,
      returnTo: outcome ? returnToOf(verification) : null,
    })
  }
}

function answered(outcome: AnswerOutcome, method: SecondStepMethod | null = null): typeof AnswerVerificationResult {
  switch (outcome.kind) {
    case 'ended':
      return ended(outcome.verification)
    case 'wrong':
      return InvalidCode.wrong({ ...outcome, method })
    case 'code-expired':
      return CodeExpired.of({ message: 'That code has expired. Request a new one.' })
  }
}

function ended(verification: VerificationDocument): VerificationEnded {
  return VerificationEnded.of({
    status: verification.outcome?.status ?? 'PENDING',
    returnTo: returnToOf(verification),
  })
}

/** The app's address with what identifies its request, and nothing that proves anything. */
export function returnToOf({ _id, returnUrl, state }: VerificationDocument): string {
  const url = new URL(returnUrl)
  url.searchParams.set('verification', _id)
  if (state !== null) url.searchParams.set('state', state)
  return url.href
}
