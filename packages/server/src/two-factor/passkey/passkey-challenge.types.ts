import { createUnionType, Field, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { SignInExpired, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { PasskeyChallengeOutcome } from './passkey.step.js'

@ObjectType({ description: "What the account's passkeys are asked to sign; the newest counts, once." })
export class PasskeyChallenge extends GraphqlObject {
  @Field(() => String, {
    description: 'PublicKeyCredentialRequestOptionsJSON (WebAuthn 5.5): the argument of navigator.credentials.get.',
  })
  optionsJson!: string
  @Field(() => DateTimeScalar, { description: 'Until when an answer counts.' })
  expiresAt!: Date
}

export const PasskeyChallengeResult = createUnionType({
  name: 'PasskeyChallengeResult',
  description: 'What became of asking for a passkey.',
  types: () => [PasskeyChallenge, SignInExpired, TooManyAttempts] as const,
})

export function challengeAnswer(outcome: PasskeyChallengeOutcome): PasskeyChallenge | TooManyAttempts {
  return outcome.kind === 'begun' ? PasskeyChallenge.of(outcome) : TooManyAttempts.because(outcome)
}
