import { inject } from '@needle-di/core'
import { maskEmail } from '@twinlock/shared/email-address'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { CodeDeliveryEnum } from '../../platform/graphql/enums.js'
import {
  CodeExpired,
  CodeSent,
  InvalidCode,
  InvalidInput,
  SendCodeResult,
  SendCodeTooSoon,
  SignInExpired,
  TooManyAttempts,
} from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { SignedIn, Viewer } from '../../sessions/viewer.types.js'
import { ConfirmSignUpService } from './confirm-sign-up.service.js'
import { SignUpService } from './sign-up.service.js'

@InputType({ description: 'What a new account begins with.' })
export class SignUpInput {
  @Field(() => String, { description: 'The name of the person, as teammates see it.' })
  name!: string
  @Field(() => String, { description: 'The address that receives the code.' })
  email!: string
  @Field(() => String, { description: '8 to 256 Unicode characters. Common passwords are refused.' })
  password!: string
}

@InputType({ description: 'The code from the mail.' })
export class ConfirmEmailInput {
  @Field(() => String, { description: 'The address that was signed up.' })
  email!: string
  @Field(() => String, { description: 'Six digits, as typed.' })
  code!: string
}

@ObjectType({ description: 'A code was mailed, if the address is free; the answer does not tell.' })
export class EmailConfirmationSent extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'Where to look for the code.' })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When the code expires.' })
  expiresAt!: Date
  @Field(() => DateTimeScalar, { description: 'When the mail may be sent again.' })
  resendAvailableAt!: Date
  @Field(() => CodeDeliveryEnum, { description: 'The delivery state of the newest email of this sign-up.' })
  codeDelivery!: CodeDelivery
}

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'What became of a sign-up.',
  types: () => [EmailConfirmationSent, InvalidInput, TooManyAttempts] as const,
})

export const ConfirmEmailResult = createUnionType({
  name: 'ConfirmEmailResult',
  description: 'What became of the code from the mail.',
  types: () => [SignedIn, InvalidCode, CodeExpired, TooManyAttempts] as const,
})

@Resolver()
export class SignUpResolver {
  constructor(
    private readonly signUps = inject(SignUpService),
    private readonly confirming = inject(ConfirmSignUpService),
  ) {}

  @Query(() => EmailConfirmationSent, {
    nullable: true,
    description: 'The sign-up begun in this browser and waiting for its code; null when there is none.',
  })
  async signUpProgress(@Ctx() { cookies }: RequestContext): Promise<EmailConfirmationSent | null> {
    const progress = await this.signUps.progress(cookies.get('sign_up'))
    return progress && EmailConfirmationSent.of(progress)
  }

  @Mutation(() => SignUpResult, {
    description:
      'Starts an account: mails a 6-digit code to the address. Same answer whether or not the address is taken.',
  })
  async signUp(
    @Arg('input', () => SignUpInput) input: SignUpInput,
    @Ctx() { origin, cookies }: RequestContext,
  ): Promise<typeof SignUpResult> {
    const outcome = await this.signUps.begin(input, origin)
    switch (outcome.kind) {
      case 'invalid':
        return InvalidInput.because(outcome.problems)
      case 'too-many':
        return TooManyAttempts.until(outcome.retryAt)
      case 'sent':
        cookies.set('sign_up', outcome.token)
        return EmailConfirmationSent.of({
          email: outcome.email,
          expiresAt: outcome.expiresAt,
          resendAvailableAt: outcome.resendAvailableAt,
          codeDelivery: 'QUEUED',
        })
    }
  }

  @Mutation(() => SendCodeResult, { description: 'Mails the live sign-up code again.' })
  async resendConfirmationCode(@Ctx() { origin, cookies }: RequestContext): Promise<typeof SendCodeResult> {
    const outcome = await this.signUps.resend(cookies.get('sign_up'), origin)
    switch (outcome.kind) {
      case 'sent':
        return CodeSent.of({
          sentTo: maskEmail(outcome.email),
          expiresAt: outcome.expiresAt,
          resendAvailableAt: outcome.resendAvailableAt,
        })
      case 'too-soon':
        return SendCodeTooSoon.of({ message: 'A code was just sent.', retryAt: outcome.retryAt })
      case 'too-many':
        return TooManyAttempts.until(outcome.retryAt)
      case 'expired':
        return SignInExpired.of({ message: 'This sign-up has expired. Start again.', wasReplaced: false })
    }
  }

  @Mutation(() => ConfirmEmailResult, {
    description:
      'Confirms the address with the mailed code and signs in. Only in the browser that signed up; the password of the sign-up counts as just shown.',
  })
  async confirmEmail(
    @Arg('input', () => ConfirmEmailInput) input: ConfirmEmailInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmEmailResult> {
    const { cookies, origin } = context
    const outcome = await this.confirming.confirm(
      cookies.get('sign_up'),
      input.email,
      input.code,
      origin,
      context.browserId(),
    )
    switch (outcome.kind) {
      case 'signed-in':
        cookies.clear('sign_up')
        context.continueInSession(outcome.opened.caller, outcome.opened.token)
        return SignedIn.of({ viewer: new Viewer(outcome.opened.caller) })
      case 'wrong':
        return InvalidCode.wrong(outcome)
      case 'expired':
        return CodeExpired.of({ message: 'That code has expired. Request a new one in the browser you signed up in.' })
      case 'too-many':
        return TooManyAttempts.because(
          { ...outcome, remedy: 'BEGIN_AGAIN' },
          'Too many tries. Sign up again to get a new code.',
        )
    }
  }
}
