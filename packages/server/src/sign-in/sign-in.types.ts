import type { CodeDelivery, FactorMethod, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { CodeDeliveryEnum, FactorMethodEnum, SecondStepMethodEnum } from '../platform/graphql/enums.js'
import {
  CodeExpired,
  InvalidCode,
  InvalidCredentials,
  SignInExpired,
  TooManyAttempts,
} from '../platform/graphql/user-error.types.js'
import { SignedIn } from '../sessions/viewer.types.js'

@InputType({ description: 'The first step of a sign-in.' })
export class SignInInput {
  @Field(() => String, { description: "The account's address." })
  email!: string
  @Field(() => String, { description: "The account's password." })
  password!: string
}

@InputType({ description: 'The second step of a sign-in.' })
export class VerifySecondStepInput {
  @Field(() => SecondStepMethodEnum, { description: 'The method that the code belongs to.' })
  method!: SecondStepMethod
  @Field(() => String, {
    description: 'The code as typed. For a passkey, the AuthenticationResponseJSON from the browser, as a JSON string.',
  })
  code!: string
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Skip the second step in this browser for a while, where the networks allow it.',
  })
  trustDevice!: boolean
  @Field(() => ID, {
    nullable: true,
    description:
      'The sign-in that the code is for, as SecondStepRequired named it. When another one took its place in this browser, ' +
      'the answer is SignInExpired and nothing is counted. Without it the code is for whichever sign-in the browser holds.',
  })
  signInId?: string | null
}

/** How a step names the sign-in that it belongs to. */
export const namedSignIn = {
  nullable: true,
  description:
    'The sign-in that this belongs to. If another sign-in has replaced it in this browser, the answer is SignInExpired.',
}

@ObjectType({ description: 'Password accepted; no session yet. With SMS preferred, the code has been sent already.' })
export class SecondStepRequired extends GraphqlObject {
  @Field(() => ID, { description: 'The ID of this sign-in, for the steps that follow.' })
  signInId!: string
  @Field(() => EmailAddressScalar, { description: 'Whose sign-in it is.' })
  email!: string
  @Field(() => [SecondStepMethodEnum], { description: 'The ways there are, the preferred one first.' })
  methods!: SecondStepMethod[]
  @Field(() => SecondStepMethodEnum, { description: 'The default method, which is asked for first.' })
  preferred!: SecondStepMethod
  @Field(() => String, { nullable: true, description: 'The phone number, masked except for its last two digits.' })
  maskedPhoneNumber!: string | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the next text message may be requested, while sending is limited.',
  })
  sendRetryAt!: Date | null
  @Field(() => CodeDeliveryEnum, {
    nullable: true,
    description: "Delivery state of this sign-in's text message; null when none was requested.",
  })
  codeDelivery!: CodeDelivery | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the code of this sign-in works.' })
  codeExpiresAt!: Date | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the text may be sent again; null when none was.' })
  resendAvailableAt!: Date | null
  @Field(() => Boolean, { description: 'Whether this browser may be trusted for a while.' })
  trustDeviceAllowed!: boolean
  @Field(() => Boolean, {
    description: 'Every network that has to agree did: `useReEnrolment` goes on without the second step there is.',
  })
  reEnrolmentOffered!: boolean
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the account may set up again, if every required network has agreed and the waiting day has not passed. Null otherwise.',
  })
  reEnrolmentFrom!: Date | null
  @Field(() => [NetworkSummary], {
    description:
      'One network agreed that this account may set up again; these networks have to agree too. Empty otherwise.',
  })
  reEnrolmentAwaits!: NetworkSummary[]
  @Field(() => DateTimeScalar, { description: 'When this sign-in ends.' })
  expiresAt!: Date
}

@ObjectType({ description: 'A network that is closed until 2FA is set up.' })
export class RequiringNetwork extends GraphqlObject {
  @Field(() => ID, { description: "The network's id." })
  id!: string
  @Field(() => String, { description: 'Its name.' })
  name!: string
  @Field(() => String, { description: 'Its address in links.' })
  slug!: string
  @Field(() => DateTimeScalar, { description: 'When the time to set up ended.' })
  deadline!: Date
  @Field(() => [FactorMethodEnum], { description: 'The methods it accepts.' })
  allowedMethods!: FactorMethod[]
  @Field(() => String, { nullable: true, description: 'The help contact, as the Admins wrote it.' })
  helpContact!: string | null
}

@ObjectType({
  description:
    'Password accepted, but a network this account is in makes 2FA mandatory and its grace is over. ' +
    'The set-up mutations work on this sign-in once the mailbox is proved; the first confirmed factor signs in.',
})
export class SetUpRequired extends GraphqlObject {
  @Field(() => ID, { description: 'The ID of this sign-in, for the steps that follow.' })
  signInId!: string
  @Field(() => [RequiringNetwork], {
    description: 'The closed networks; when everything is set up again, the networks that require 2FA.',
  })
  networks!: RequiringNetwork[]
  @Field(() => [NetworkSummary], { description: 'The networks that are open.' })
  otherNetworks!: NetworkSummary[]
  @Field(() => Boolean, { description: 'Whether the mailed code is still to be typed.' })
  mailboxProofRequired!: boolean
  @Field(() => Boolean, {
    description: 'The account has 2FA: the first confirmed method takes the place of all methods and backup codes.',
  })
  isReEnrolment!: boolean
  @Field(() => String, { description: 'Where the code was mailed to, masked.' })
  maskedEmail!: string
  @Field(() => DateTimeScalar, { description: 'When this sign-in ends.' })
  expiresAt!: Date
}

@ObjectType({ description: "This sign-in can only continue at the network's identity provider." })
export class SsoRequired extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The network.' })
  network!: NetworkSummary
  @Field(() => String, { description: 'Where to send the browser.' })
  startUrl!: string
}

export const SignInStep = createUnionType({
  name: 'SignInStep',
  description: 'One vocabulary for every step of a sign-in, whichever mutation moved it.',
  types: () =>
    [
      SignedIn,
      SecondStepRequired,
      SetUpRequired,
      SsoRequired,
      InvalidCredentials,
      InvalidCode,
      CodeExpired,
      SignInExpired,
      TooManyAttempts,
    ] as const,
})
