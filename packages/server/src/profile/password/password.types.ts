import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput, TooManyAttempts, UserError } from '../../platform/graphql/user-error.types.js'

@InputType({ description: 'A new password for the signed-in account.' })
export class ChangePasswordInput {
  @Field(() => String, { description: '8 to 256 Unicode characters. Common passwords are refused.' })
  newPassword!: string
}

@InputType({ description: 'A new password by the mailed link.' })
export class ResetPasswordInput {
  @Field(() => String, { description: "The token from the link: the part after '#token='." })
  token!: string
  @Field(() => String, { description: '8 to 256 Unicode characters. Common passwords are refused.' })
  password!: string
}

@ObjectType({ description: 'A link was mailed, if the address has an account; the answer does not tell.' })
export class PasswordResetSent extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'Where to look for the link.' })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When the link expires.' })
  expiresAt!: Date
}

@ObjectType({ description: 'The password was changed.' })
export class PasswordChanged extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When the password was changed.' })
  changedAt!: Date
}

@ObjectType({ description: 'Whose password a mailed link sets.' })
export class PasswordResetPreview extends GraphqlObject {
  @Field(() => EmailAddressScalar, {
    description: 'The address of the account: what a password manager files it under.',
  })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When the link expires.' })
  expiresAt!: Date
}

@ObjectType({ implements: UserError, description: 'The link was used, is too old, or is no link of ours.' })
export class ResetLinkExpired extends UserError {}

export const PasswordResetResult = createUnionType({
  name: 'PasswordResetResult',
  description: 'What became of the request for a link.',
  types: () => [PasswordResetSent, InvalidInput, TooManyAttempts] as const,
})
export const PasswordResetPreviewResult = createUnionType({
  name: 'PasswordResetPreviewResult',
  description: 'What a mailed link is for.',
  types: () => [PasswordResetPreview, ResetLinkExpired] as const,
})
export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What became of the new password by link.',
  types: () => [PasswordChanged, ResetLinkExpired, InvalidInput] as const,
})
export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What became of the new password.',
  types: () => [PasswordChanged, InvalidInput] as const,
})
