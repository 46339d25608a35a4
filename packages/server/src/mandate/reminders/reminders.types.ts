import { createUnionType, Field, Int, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'

@ObjectType({ description: 'The members were reminded by email.' })
export class MembersReminded extends GraphqlObject {
  @Field(() => Int, {
    description:
      'The number of members mailed. Members with nothing to do, and those reminded within the last hour, are left out.',
  })
  reminded!: number
}

export const RemindMembersResult = createUnionType({
  name: 'RemindMembersResult',
  description: 'What became of reminding members.',
  types: () => [MembersReminded, InvalidInput] as const,
})
