import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../sessions/request-context.js'
import type { ReEnrollingService } from './re-enrolling.service.js'
import { namedSignIn, SignInStep } from './sign-in.types.js'
import { type SignInAnswer, signInGone } from './sign-in-answer.js'

@Resolver()
export class ReEnrollingResolver {
  constructor(
    private readonly reEnrolling: ReEnrollingService,
    private readonly answer: SignInAnswer,
  ) {}

  @Mutation(() => SignInStep, {
    description:
      'At SecondStepRequired with reEnrolmentOffered: on to SetUpRequired, with a code in the mailbox. The first ' +
      'confirmed method takes the place of all methods and backup codes, and signs in. Otherwise where the sign-in stands.',
  })
  async useReEnrolment(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const caller = await context.ticket(signInId)
    return caller ? this.answer.to(await this.reEnrolling.begin(caller), context) : signInGone(context, signInId)
  }
}
