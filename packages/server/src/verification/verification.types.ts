import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { type VerificationEnd, verificationEnds } from '../domain/verification.js'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { enumOf, SecondStepMethodEnum } from '../platform/graphql/enums.js'
import { CodeExpired, InvalidCode, InvalidInput, UserError } from '../platform/graphql/user-error.types.js'

export type VerificationStatus = 'PENDING' | VerificationEnd

export const VerificationStatusEnum = enumOf<VerificationStatus>(['PENDING', ...verificationEnds])
registerEnumType(VerificationStatusEnum, {
  name: 'VerificationStatus',
  description: 'How far a verification has come, or how it ended.',
  valuesConfig: {
    PENDING: { description: 'Nobody has answered yet.' },
    COMPLETED: { description: 'They proved that it is them.' },
    DECLINED: { description: 'The user reported that they did not ask for it. The Admins are notified.' },
    EXPIRED: { description: 'Nobody answered within 10 minutes.' },
    LOCKED: { description: 'Too many wrong codes, here or elsewhere. Stop, and start again later.' },
    NO_SECOND_STEP: { description: 'They have no second step, and set none up in time. Ask again once they have.' },
  },
})

@InputType({ description: 'The recipient: one of the two.' })
export class VerificationMemberInput {
  @Field(() => ID, { nullable: true, description: "The membership's id, as in Member.id." })
  id?: string | null
  @Field(() => String, { nullable: true, description: "The account's address." })
  email?: string | null
}

@InputType({ description: 'What a member has to confirm, and where they return to afterwards.' })
export class StartVerificationInput {
  @Field(() => VerificationMemberInput, { description: 'The member who is asked.' })
  member!: VerificationMemberInput
  @Field(() => String, {
    description: 'What the member confirms, shown prominently: "Pay an invoice". One line, up to 140 characters.',
  })
  reason!: string
  @Field(() => String, { nullable: true, description: 'The amount, as it is shown to the member: "1,250.00 EUR".' })
  amount?: string | null
  @Field(() => String, { nullable: true, description: 'The recipient: "Blue Shipping Ltd".' })
  payee?: string | null
  @Field(() => String, {
    description:
      "Where the member returns afterwards: one of the key's return addresses. `verification` and `state` are added to it.",
  })
  returnUrl!: string
  @Field(() => String, {
    nullable: true,
    description: 'A value of your choice that is added to `returnUrl`, so that the app can recognize its own request.',
  })
  state?: string | null
  @Field(() => String, {
    nullable: true,
    description:
      'A value of your choice that is repeated in the signed result, so that the result cannot belong to another request.',
  })
  nonce?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'A key of your choice. A repeated request with the same key returns the existing verification.',
  })
  idempotencyKey?: string | null
}

@ObjectType({ description: 'A request by an app that a member confirms who they are.' })
export class Verification extends GraphqlObject {
  @Field(() => ID, { description: "The verification's id." })
  id!: string
  @Field(() => VerificationStatusEnum, { description: 'The status of the verification.' })
  status!: VerificationStatus
  @Field(() => String, { description: 'Where to send the person.' })
  url!: string
  @Field(() => ID, { description: 'The id of the membership concerned.' })
  memberId!: string
  @Field(() => EmailAddressScalar, { description: 'The email address of the member who is asked.' })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date
  @Field(() => DateTimeScalar, { description: 'When the verification expires.' })
  expiresAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it is PENDING.' })
  endedAt!: Date | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the member authenticated (RFC 9470), as reported by the identity provider if it was used. Null unless COMPLETED.',
  })
  authTime!: Date | null
  @Field(() => String, {
    nullable: true,
    description:
      'The level reached (RFC 9470): "urn:twinlock:acr:second-step" where a second step was proved, else what the identity provider said, if anything; null unless COMPLETED.',
  })
  acr!: string | null
  @Field(() => [String], {
    description:
      'The methods used (RFC 8176): "pwd", "otp", "sms", "pop", "mfa", or the values that the provider reported. Empty unless COMPLETED.',
  })
  amr!: string[]
  @Field(() => String, {
    description:
      'The SHA-256 (base64url) of app, reason, amount and payee, one per line. It identifies what the member was shown.',
  })
  shownHash!: string
  @Field(() => String, {
    nullable: true,
    description:
      'The result as a JWT (ES256, keys at /.well-known/jwks.json), good for 5 minutes; null unless COMPLETED within the last 10.',
  })
  token!: string | null
}

@ObjectType({ description: "The verification was started. Send the member's browser to `verification.url`." })
export class VerificationStarted extends GraphqlObject {
  @Field(() => Verification, { description: 'The question.' })
  verification!: Verification
}

@ObjectType({ implements: UserError, description: 'No member of the network has that address or ID.' })
export class NoSuchMember extends UserError {}

export const StartVerificationResult = createUnionType({
  name: 'StartVerificationResult',
  description: 'What became of the question.',
  types: () => [VerificationStarted, InvalidInput, NoSuchMember] as const,
})

@ObjectType({ description: 'A verification, as the member who is asked sees it.' })
export class VerificationRequest extends GraphqlObject {
  @Field(() => ID, { description: "The verification's id." })
  id!: string
  @Field(() => VerificationStatusEnum, { description: 'The status of the verification.' })
  status!: VerificationStatus
  @Field(() => String, { description: 'Which app asks.' })
  app!: string
  @Field(() => String, { description: "The network's name." })
  networkName!: string
  @Field(() => String, { description: 'What for.' })
  reason!: string
  @Field(() => String, { nullable: true, description: 'How much.' })
  amount!: string | null
  @Field(() => String, { nullable: true, description: 'The recipient.' })
  payee!: string | null
  @Field(() => DateTimeScalar, { description: 'When the verification expires.' })
  expiresAt!: Date
  @Field(() => [SecondStepMethodEnum], { description: 'The ways to answer, the preferred one first; empty: none yet.' })
  methods!: SecondStepMethod[]
  @Field(() => String, { nullable: true, description: 'Where a text would go.' })
  maskedPhoneNumber!: string | null
  @Field(() => String, {
    nullable: true,
    description: "The address at which the network's identity provider confirms the member again.",
  })
  providerUrl!: string | null
  @Field(() => String, { nullable: true, description: 'Where to go back to; null while it is PENDING.' })
  returnTo!: string | null
}

@InputType({ description: 'An answer by a second step.' })
export class AnswerVerificationInput {
  @Field(() => ID, { description: "The verification's id." })
  id!: string
  @Field(() => SecondStepMethodEnum, { description: 'Which second step the code is of.' })
  method!: SecondStepMethod
  @Field(() => String, {
    description: 'The code as typed. For a passkey, the AuthenticationResponseJSON from the browser, as a JSON string.',
  })
  code!: string
}

@ObjectType({ description: 'It has ended; go back to the app.' })
export class VerificationEnded extends GraphqlObject {
  @Field(() => VerificationStatusEnum, { description: 'How.' })
  status!: VerificationStatus
  @Field(() => String, { description: "The app's address, with `verification` and `state`; no result is in it." })
  returnTo!: string
}

export const AnswerVerificationResult = createUnionType({
  name: 'AnswerVerificationResult',
  description: 'What became of the answer.',
  types: () => [VerificationEnded, InvalidCode, CodeExpired] as const,
})
