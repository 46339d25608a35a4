import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { TooManyAttempts, UserError } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { confirmAnswer } from '../set-up/confirm-answer.js'
import { ConfirmSetupResult } from '../set-up/set-up.types.js'
import { PasskeySetUpService } from './passkey-set-up.service.js'

@ObjectType({ description: 'A begun set-up of a passkey.' })
export class PasskeySetup extends GraphqlObject {
  @Field(() => ID, { description: 'The ID of the set-up, for confirming it.' })
  setupId!: string
  @Field(() => String, {
    description: 'PublicKeyCredentialCreationOptionsJSON (WebAuthn 5.4): the argument of navigator.credentials.create.',
  })
  optionsJson!: string
  @Field(() => String, { description: 'The default name of the passkey: browser and system.' })
  suggestedLabel!: string
  @Field(() => DateTimeScalar, { description: 'When the set-up expires.' })
  expiresAt!: Date
}

@ObjectType({ implements: UserError, description: 'The account has as many passkeys as it may: remove one first.' })
export class PasskeyLimitReached extends UserError {}

@InputType({ description: 'The passkey that confirms a begun set-up.' })
export class ConfirmPasskeySetupInput {
  @Field(() => ID, { description: 'The begun set-up.' })
  setupId!: string
  @Field(() => String, {
    description: 'RegistrationResponseJSON (WebAuthn 5.1): what navigator.credentials.create brought back.',
  })
  responseJson!: string
  @Field(() => String, {
    nullable: true,
    description: 'What to call it, one line of at most 60 characters; cut where it is longer.',
  })
  label?: string | null
}

export const BeginPasskeySetupResult = createUnionType({
  name: 'BeginPasskeySetupResult',
  description: 'What became of beginning with a passkey.',
  types: () => [PasskeySetup, PasskeyLimitReached, TooManyAttempts] as const,
})

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
