import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { confirmAnswer } from '../set-up/confirm-answer.js'
import { ConfirmSetupResult } from '../set-up/set-up.types.js'
import { PasskeySetUpService } from './passkey-set-up.service.js'
import {
  BeginPasskeySetupResult,
  ConfirmPasskeySetupInput,
  PasskeyLimitReached,
  PasskeySetup,
} from './passkey-set-up.types.js'

@Resolver()
export class PasskeySetUpResolver {
  constructor(private readonly setUps = inject(PasskeySetUpService)) {}

  @Mutation(() => BeginPasskeySetupResult, {
    description:
      'Begins setting up a passkey, one of several; an older begun one stops working. Needs fresh evidence in a session.',
  })
  async beginPasskeySetup(@Ctx() context: RequestContext): Promise<typeof BeginPasskeySetupResult> {
    const outcome = await this.setUps.begin(await context.requireSetUpCaller())
    switch (outcome.kind) {
      case 'begun':
        return PasskeySetup.of({ ...outcome.setUp, suggestedLabel: context.origin.device })
      case 'no-room':
        return PasskeyLimitReached.of({ message: 'You have reached the limit of passkeys. Remove one first.' })
      case 'too-many':
        return TooManyAttempts.because(outcome)
    }
  }

  @Mutation(() => ConfirmSetupResult, { description: 'Confirms the passkey that the browser has made.' })
  async confirmPasskeySetup(
    @Arg('input', () => ConfirmPasskeySetupInput) input: ConfirmPasskeySetupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmSetupResult> {
    const caller = await context.requireSetUpCaller()
    return confirmAnswer(await this.setUps.confirm(caller, input, context.origin), context, 'PASSKEY')
  }
}
