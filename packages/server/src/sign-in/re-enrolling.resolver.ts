import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../sessions/request-context.js'
import { namedSignIn, SignInStep } from './sign-in.types.js'
import { SignInAnswer, signInGone } from './sign-in-answer.js'
import { StartReEnrolmentService } from './start-re-enrolment.service.js'

@Resolver()
export class ReEnrollingResolver {
  constructor(
    private readonly reEnrolling = inject(StartReEnrolmentService),
    private readonly answer = inject(SignInAnswer),
  ) {}

  @Mutation(() => SignInStep, {
    description:
      'Uses the grants to set up again. Call it at SecondStepRequired with reEnrolmentOffered: it mails a code and returns SetUpRequired. The first confirmed method replaces all methods and backup codes, and signs in. Otherwise it returns the current step.',
  })
  async useReEnrolment(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const caller = await context.signIn(signInId)
    return caller ? this.answer.to(await this.reEnrolling.begin(caller), context) : signInGone(context, signInId)
  }
}
