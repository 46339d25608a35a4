import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { CodeExpired, InvalidCode, SendCodeResult, TooManyAttempts } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { SignedIn, Viewer } from '../sessions/viewer.types.js'
import { challengeAnswer, PasskeyChallengeResult } from '../two-factor/passkey/passkey-challenge.types.js'
import { smsSendAnswer } from '../two-factor/sms/sms-send-answer.js'
import { SignInService } from './sign-in.service.js'
import { namedSignIn, SignInStep, VerifySecondStepInput } from './sign-in.types.js'
import { SignInAnswer, signInExpired, signInGone, signInReplaced } from './sign-in-answer.js'
import { SignInCodeService } from './sign-in-code.service.js'
import { SignInSecondStepService } from './sign-in-second-step.service.js'

@Resolver()
export class SecondStepResolver {
  constructor(
    private readonly secondStep = inject(SignInSecondStepService),
    private readonly signIns = inject(SignInService),
    private readonly codes = inject(SignInCodeService),
    private readonly answer = inject(SignInAnswer),
  ) {}

  @Mutation(() => SendCodeResult, {
    description:
      'Sends the single-use SMS code of this sign-in. A resend sends the same code while it is valid, after a cooldown.',
  })
  async sendSignInCode(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SendCodeResult> {
    const caller = await context.signIn(signInId)
    if (!caller) return signInGone(context, signInId)
    const outcome = await this.codes.sendSms(caller)
    return smsSendAnswer(outcome, caller.account)
  }

  @Mutation(() => PasskeyChallengeResult, {
    description:
      "Asks the account's passkeys for the second step of this sign-in; NOT_FOUND without one. " +
      'What the browser brings back is the code of verifySecondStep, as JSON.',
  })
  async beginPasskeySecondStep(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof PasskeyChallengeResult> {
    const caller = await context.signIn(signInId)
    return caller ? challengeAnswer(await this.codes.beginPasskey(caller)) : signInGone(context, signInId)
  }

  @Mutation(() => SignInStep, { description: 'The second step. A right code signs in, once.' })
  async verifySecondStep(
    @Arg('input', () => VerifySecondStepInput) input: VerifySecondStepInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const { cookies, origin } = context
    const held = { ticket: cookies.get('ticket'), device: cookies.get('device') }
    const outcome = await this.secondStep.verify(held, input, origin)
    switch (outcome.kind) {
      case 'signed-in':
        context.continueInSession(outcome.opened.caller, outcome.opened.token)
        context.remember('joinedNetworks', outcome.joinedNetworks)
        if (outcome.deviceCookie) context.cookies.set('device', outcome.deviceCookie)
        return SignedIn.of({ viewer: new Viewer(outcome.opened.caller) })
      case 'sso':
        return this.answer.to(outcome, context)
      case 'out-of-order': {
        const caller = await context.signIn()
        return caller ? this.answer.to(await this.signIns.progressOf(caller), context) : signInExpired()
      }
      case 'wrong':
        return InvalidCode.wrong({ ...outcome, method: input.method })
      case 'code-expired':
        return CodeExpired.of({ message: 'That code has expired. Request a new one.' })
      case 'expired':
        return signInExpired()
      case 'replaced':
        return signInReplaced()
      case 'too-many':
        return TooManyAttempts.because(outcome)
    }
  }
}
