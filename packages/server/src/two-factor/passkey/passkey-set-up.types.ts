import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { TooManyAttempts, UserError } from '../../platform/graphql/user-error.types.js'

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
