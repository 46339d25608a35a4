import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../platform/graphql/common.types.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'

@InputType({ description: 'What another system calls a member.' })
export class SetExternalIdInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { nullable: true, description: 'Up to 100 characters; null: nothing.' })
  externalId?: string | null
}

@ObjectType({ description: 'The external ID was stored.' })
export class ExternalIdSet extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { nullable: true, description: 'What the other system calls them.' })
  externalId!: string | null
}

export const SetExternalIdResult = createUnionType({
  name: 'SetExternalIdResult',
  description: 'What became of it.',
  types: () => [ExternalIdSet, InvalidInput] as const,
})
