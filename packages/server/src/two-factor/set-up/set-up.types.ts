import type { CodeDelivery, FactorMethod } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { CountryCodeScalar, DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { CodeDeliveryEnum, enumOf, FactorMethodEnum } from '../../platform/graphql/enums.js'
import {
  CodeExpired,
  DeliveryFailed,
  InvalidCode,
  SendCodeTooSoon,
  TooManyAttempts,
  UserError,
} from '../../platform/graphql/user-error.types.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { BackupCodeSheet } from '../backup-codes/backup-codes.types.js'

@InputType({ description: 'The code that confirms a begun set-up.' })
export class ConfirmSetupInput {
  @Field(() => ID, { description: 'The begun set-up.' })
  setupId!: string
  @Field(() => String, { description: 'Six digits, as typed.' })
  code!: string
}

@InputType({ description: 'The mobile number that receives codes.' })
export class BeginSmsSetupInput {
  @Field(() => String, { description: 'The number in any common format.' })
  phoneNumber!: string
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country of a number that is written without a country calling code.',
  })
  country?: string | null
}

@ObjectType({ description: 'A begun set-up of an authenticator app.' })
export class AuthenticatorSetup extends GraphqlObject {
  @Field(() => ID, { description: 'The ID of the set-up, for confirming it.' })
  setupId!: string
  @Field(() => String, { description: 'Base32, for typing by hand.' })
  secret!: string
  @Field(() => String, { description: 'The key URI that the QR code carries.' })
  otpauthUri!: string
  @Field(() => DateTimeScalar, { description: 'When the set-up expires.' })
  expiresAt!: Date
}

@ObjectType({ description: 'A begun set-up of SMS; a code is on its way.' })
export class SmsSetup extends GraphqlObject {
  @Field(() => ID, { description: 'The ID of the set-up, for confirming it.' })
  setupId!: string
  @Field(() => String, { description: 'The phone number that was entered, in international format.' })
  phoneNumber!: string
  @Field(() => String, { description: 'The phone number, masked except for its last two digits.' })
  maskedPhoneNumber!: string
  @Field(() => DateTimeScalar, { description: 'When the code expires.' })
  expiresAt!: Date
  @Field(() => DateTimeScalar, { description: 'When it may be sent again.' })
  resendAvailableAt!: Date
  @Field(() => CodeDeliveryEnum, { description: 'The delivery state of the newest text message.' })
  codeDelivery!: CodeDelivery
}

@ObjectType({ description: 'What a reload of the wizard goes on with.' })
export class SetUpProgress extends GraphqlObject {
  @Field(() => Boolean, { description: 'Whether this installation sends text messages.' })
  isSmsAvailable!: boolean
  @Field(() => Boolean, { description: 'Whether passkeys can be made at the address of this installation.' })
  isPasskeyAvailable!: boolean
  @Field(() => [FactorMethodEnum], {
    description: 'Methods accepted by every network of the account that requires 2FA.',
  })
  allowedMethods!: FactorMethod[]
  @Field(() => [NetworkSummary], { description: 'The networks that bar the others.' })
  barredBy!: NetworkSummary[]
  @Field(() => Boolean, { description: 'Whether the mailbox has to be proved before a first method.' })
  mailboxProofRequired!: boolean
  @Field(() => CodeDeliveryEnum, {
    nullable: true,
    description: 'Delivery state of the email with the code that proves the mailbox; null when none was requested.',
  })
  mailboxCodeDelivery!: CodeDelivery | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the email with that code may be sent again; null when none was requested.',
  })
  mailboxResendAvailableAt!: Date | null
  @Field(() => AuthenticatorSetup, {
    nullable: true,
    description: 'Only to the session or sign-in that began it, never after it was confirmed.',
  })
  authenticator!: AuthenticatorSetup | null
  @Field(() => SmsSetup, { nullable: true, description: 'Only to the session or sign-in that began it.' })
  sms!: SmsSetup | null
}

@ObjectType({ description: 'The method is confirmed: from now on sign-ins ask for it.' })
export class TwoFactorSetUp extends GraphqlObject {
  @Field(() => Viewer, { description: 'Signed in, also where a sign-in was in progress.' })
  viewer!: Viewer
  @Field(() => BackupCodeSheet, {
    nullable: true,
    description: 'Given with the first factor; null when codes exist already.',
  })
  backupCodes!: BackupCodeSheet | null
}

@ObjectType({ implements: UserError, description: 'What was typed cannot be read as a phone number.' })
export class InvalidPhoneNumber extends UserError {
  @Field(() => String, {
    nullable: true,
    description: 'How a mobile number of the chosen country is written, for instance +54 9 11 2345-6789.',
  })
  example!: string | null
}

const unsupportedReasons = ['NOT_MOBILE', 'COUNTRY', 'NO_PROVIDER'] as const
const UnsupportedReasonEnum = enumOf(unsupportedReasons)
registerEnumType(UnsupportedReasonEnum, {
  name: 'UnsupportedDestinationReason',
  description: 'Why no texts are sent to a number.',
  valuesConfig: {
    NOT_MOBILE: {
      description: 'It is a landline, or of another kind that takes no texts. `example` shows a number that does.',
    },
    COUNTRY: {
      description:
        'This server sends no texts to its country. A territory with a country code of its own, such as Puerto Rico, counts as a country.',
    },
    NO_PROVIDER: { description: 'This server sends no texts.' },
  },
})

@ObjectType({ implements: UserError, description: 'No texts are sent to this kind of number or this country.' })
export class UnsupportedDestination extends UserError {
  @Field(() => UnsupportedReasonEnum, { description: 'Why no texts are sent there.' })
  reason!: (typeof unsupportedReasons)[number]
  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country or territory of the number.' })
  country!: string | null
  @Field(() => String, { nullable: true, description: 'How a mobile number of that country is written.' })
  example!: string | null
}

export const BeginAuthenticatorSetupResult = createUnionType({
  name: 'BeginAuthenticatorSetupResult',
  description: 'What became of beginning with an app.',
  types: () => [AuthenticatorSetup, TooManyAttempts] as const,
})
export const BeginSmsSetupResult = createUnionType({
  name: 'BeginSmsSetupResult',
  description: 'What became of beginning with SMS.',
  types: () =>
    [SmsSetup, InvalidPhoneNumber, UnsupportedDestination, SendCodeTooSoon, TooManyAttempts, DeliveryFailed] as const,
})
export const ConfirmSetupResult = createUnionType({
  name: 'ConfirmSetupResult',
  description: 'What became of the code that confirms a set-up.',
  types: () => [TwoFactorSetUp, InvalidCode, CodeExpired, TooManyAttempts] as const,
})
