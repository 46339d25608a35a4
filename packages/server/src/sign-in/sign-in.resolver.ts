import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../sessions/request-context.js'
import { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import { SignInService } from './sign-in.service.js'
import { namedSignIn, SignInInput, SignInStep } from './sign-in.types.js'
import { SignInAnswer, signInGone } from './sign-in-answer.js'

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns = inject(SignInService),
    private readonly inProgress = inject(SignInProgressService),
    private readonly answer = inject(SignInAnswer),
  ) {}

  @Query(() => SignInStep, {
    nullable: true,
    description: 'Where the sign-in in progress stands (survives a reload); null when there is none.',
  })
  async signInProgress(@Ctx() context: RequestContext): Promise<typeof SignInStep | null> {
    const caller = await context.signIn()
    return caller && this.answer.to(await this.signIns.progressOf(caller), context)
  }

  @Mutation(() => SignInStep, { description: 'The first step. Known and unknown addresses get the same answers.' })
  async signIn(
    @Arg('input', () => SignInInput) { email, password }: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const { origin, cookies } = context
    const browser = { origin, id: context.browserId(), deviceCookie: cookies.get('device') }
    return this.answer.to(await this.signIns.signIn(email, password, browser), context)
  }

  @Mutation(() => SignInStep, {
    description:
      'Call it at SetUpRequired: signs in without access to the networks that are locked. FORBIDDEN if no other network is open.',
  })
  async continueToOtherNetworks(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const caller = await context.signIn(signInId)
    if (!caller) return signInGone(context, signInId)
    return this.answer.to(await this.signIns.continueToOtherNetworks(caller), context)
  }

  @Mutation(() => SignInStep, { description: 'Ten more minutes for the sign-in in progress, at most three times.' })
  async extendSignIn(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const caller = await context.signIn(signInId)
    return caller ? this.answer.to(await this.signIns.extend(caller), context) : signInGone(context, signInId)
  }

  @Mutation(() => Boolean, {
    description: 'Drops the sign-in in progress. One that took the place of the named one is left alone.',
  })
  async cancelSignIn(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const caller = await context.signIn(signInId)
    if (caller) await this.inProgress.cancel(caller)
    if (caller || !signInId) context.cookies.clear('ticket')
    return true
  }
}
