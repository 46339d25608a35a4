import { createUnionType, Field, ObjectType } from 'type-graphql'
import { LastOwner } from '../../people/members/members.types.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'

@ObjectType({
  description:
    'The account is scheduled to be erased. Every session, API key and grant has ended; until then a sign-in leads to nothing but keeping it.',
})
export class AccountDeletionScheduled extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it is erased.' })
  at!: Date
}

export const DeleteAccountResult = createUnionType({
  name: 'DeleteAccountResult',
  description: 'What became of the request to delete the account.',
  types: () => [AccountDeletionScheduled, LastOwner] as const,
})
