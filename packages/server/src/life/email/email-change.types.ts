import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { CodeExpired, InvalidCode, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import { ResetLinkExpired } from '../../profile/password/password.types.js'
import { Viewer } from '../../sessions/viewer.types.js'

@InputType({ description: 'Another address for the signed-in account.' })
export class ChangeEmailInput {
  @Field(() => String, { description: 'The new address.' })
  email!: string
}

@ObjectType({
  description:
    'A code was sent to the new address. If that address has an account, its owner is notified instead; this answer is the same.',
})
export class EmailChangeCodeSent extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'Where to look for the code.' })
  email!: string
}

@ObjectType({
  description:
    'The account has the new address. The former one gets a link that undoes the change for 7 days, and every notice until then.',
})
export class EmailChanged extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account with its new address.' })
  viewer!: Viewer
}

@ObjectType({
  description:
    'The former address is back, with the methods that the account had before the change. Everyone is signed out of it, and a link to choose a new password was mailed to the address.',
})
export class EmailChangeUndone extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'The address that the account has again.' })
  email!: string
}

export const ChangeEmailResult = createUnionType({
  name: 'ChangeEmailResult',
  description: 'What became of the request for another address.',
  types: () => [EmailChangeCodeSent, InvalidInput, TooManyAttempts] as const,
})
export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  description: 'What became of the code that proves the new address.',
  types: () => [EmailChanged, InvalidCode, CodeExpired, TooManyAttempts] as const,
})
export const UndoEmailChangeResult = createUnionType({
  name: 'UndoEmailChangeResult',
  description: 'What became of the link that undoes a change of the address.',
  types: () => [EmailChangeUndone, ResetLinkExpired] as const,
})
