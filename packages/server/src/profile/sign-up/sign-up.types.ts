import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { CodeDeliveryEnum } from '../../platform/graphql/enums.js'
import { CodeExpired, InvalidCode, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import { SignedIn } from '../../sessions/viewer.types.js'

@InputType({ description: 'What a new account begins with.' })
export class SignUpInput {
  @Field(() => String, { description: 'The name of the person, as teammates see it.' })
  name!: string
  @Field(() => String, { description: 'The address that receives the code.' })
  email!: string
  @Field(() => String, { description: '8 to 256 Unicode characters. Common passwords are refused.' })
  password!: string
}

@InputType({ description: 'The code from the mail.' })
export class ConfirmEmailInput {
  @Field(() => String, { description: 'The address that was signed up.' })
  email!: string
  @Field(() => String, { description: 'Six digits, as typed.' })
  code!: string
}

@ObjectType({ description: 'A code was mailed, if the address is free; the answer does not tell.' })
export class EmailConfirmationSent extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'Where to look for the code.' })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When the code expires.' })
  expiresAt!: Date
  @Field(() => DateTimeScalar, { description: 'When the mail may be sent again.' })
  resendAvailableAt!: Date
  @Field(() => CodeDeliveryEnum, { description: 'The delivery state of the newest email of this sign-up.' })
  codeDelivery!: CodeDelivery
}

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'What became of a sign-up.',
  types: () => [EmailConfirmationSent, InvalidInput, TooManyAttempts] as const,
})

export const ConfirmEmailResult = createUnionType({
  name: 'ConfirmEmailResult',
  description: 'What became of the code from the mail.',
  types: () => [SignedIn, InvalidCode, CodeExpired, TooManyAttempts] as const,
})
