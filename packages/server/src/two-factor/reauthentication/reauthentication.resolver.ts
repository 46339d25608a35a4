import { inject } from '@needle-di/core'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { reauthenticationRequired } from '../../platform/errors/interruption.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { SecondStepMethodEnum } from '../../platform/graphql/enums.js'
import {
  InvalidCode,
  InvalidCredentials,
  SendCodeResult,
  TooManyAttempts,
} from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { challengeAnswer, PasskeyChallengeResult } from '../passkey/passkey-challenge.types.js'
import { smsSendAnswer } from '../sms/sms-send-answer.js'
import { ReauthenticationService } from './reauthentication.service.js'

@InputType({ description: 'What confirms that it is still you: the password, a second step, or both.' })
export class ReauthenticateInput {
  @Field(() => String, { nullable: true, description: "The account's password." })
  password?: string | null
  @Field(() => SecondStepMethodEnum, { nullable: true, description: 'Which second step the code is of.' })
  method?: SecondStepMethod | null
  @Field(() => String, {
    nullable: true,
    description: 'The code as typed. For a passkey, the AuthenticationResponseJSON from the browser, as a JSON string.',
  })
  code?: string | null
}

@ObjectType({ description: 'Changes need no further confirmation for a while.' })
export class Reauthenticated extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  until!: Date
}

export const ReauthenticateResult = createUnionType({
  name: 'ReauthenticateResult',
  description: 'What became of confirming.',
  types: () => [Reauthenticated, InvalidCredentials, InvalidCode, TooManyAttempts] as const,
})

@Resolver()
export class ReauthenticationResolver {
  constructor(private readonly reauthentication = inject(ReauthenticationService)) {}

  @Mutation(() => SendCodeResult, { description: 'Sends an SMS code to confirm it is you in this session.' })
  async sendReauthenticationCode(@Ctx() context: RequestContext): Promise<typeof SendCodeResult> {
    const caller = await context.requireSession()
    const outcome = await this.reauthentication.sendCode(caller)
    return smsSendAnswer(outcome, caller.account)
  }

  @Mutation(() => PasskeyChallengeResult, {
    description:
      "Asks the account's passkeys to confirm that it is you in this session; NOT_FOUND without one. " +
      'What the browser brings back is the code of reauthenticate, as JSON.',
  })
  async beginPasskeyReauthentication(@Ctx() context: RequestContext): Promise<typeof PasskeyChallengeResult> {
    return challengeAnswer(await this.reauthentication.beginPasskey(await context.requireSession()))
  }

  @Mutation(() => ReauthenticateResult, {
    description:
      'Adds fresh evidence to this session: the password (checked first; a wrong password does not use up a code) and, if 2FA is on, a second step. Each of the two is recorded by itself. Returns Reauthenticated if both are fresh, otherwise the error REAUTHENTICATION_REQUIRED with what is missing.',
  })
  async reauthenticate(
    @Arg('input', () => ReauthenticateInput) input: ReauthenticateInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReauthenticateResult> {
    const { password = null, method = null, code = null } = input
    const outcome = await this.reauthentication.confirm(
      await context.requireSession(),
      { password, method, code },
      context.origin,
    )
    switch (outcome.kind) {
      case 'confirmed':
        context.continueInSession(outcome.caller)
        return Reauthenticated.of({ until: outcome.until })
      case 'missing':
        throw reauthenticationRequired(outcome.needs)
      case 'wrong-password':
        return InvalidCredentials.of({ message: "That password didn't match. Try again." })
      case 'wrong-code':
        return InvalidCode.wrong({ ...outcome, method })
      case 'code-expired':
        return InvalidCode.over(outcome.attemptsLeft)
      case 'too-many':
        return TooManyAttempts.because(outcome)
    }
  }
}
