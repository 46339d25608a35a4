import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { confirmAnswer } from '../set-up/confirm-answer.js'
import {
  AuthenticatorSetup,
  BeginAuthenticatorSetupResult,
  ConfirmSetupInput,
  ConfirmSetupResult,
} from '../set-up/set-up.types.js'
import { AuthenticatorSetUpService } from './authenticator-set-up.service.js'

@Resolver()
export class AuthenticatorSetUpResolver {
  constructor(private readonly setUps = inject(AuthenticatorSetUpService)) {}

  @Mutation(() => BeginAuthenticatorSetupResult, {
    description: 'Begins setting up an app; an older begun one stops working. Needs fresh evidence in a session.',
  })
  async beginAuthenticatorSetup(@Ctx() context: RequestContext): Promise<typeof BeginAuthenticatorSetupResult> {
    const outcome = await this.setUps.begin(await context.requireSetUpCaller())
    return outcome.kind === 'begun' ? AuthenticatorSetup.of(outcome.setUp) : TooManyAttempts.because(outcome)
  }

  @Mutation(() => ConfirmSetupResult, { description: 'Confirms the app by a code it shows.' })
  async confirmAuthenticatorSetup(
    @Arg('input', () => ConfirmSetupInput) { setupId, code }: ConfirmSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmSetupResult> {
    const caller = await context.requireSetUpCaller()
    return confirmAnswer(await this.setUps.confirm(caller, setupId, code, context.origin), context)
  }
}
