import { createUnionType, Field, Int, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/graphql-object.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'

@ObjectType({ description: 'They are reminded by mail.' })
export class MembersReminded extends GraphqlObject {
  @Field(() => Int, {
    description: 'How many; whoever has nothing to do, or was reminded within this hour, is not mailed.',
  })
  reminded!: number
}

export const RemindMembersResult = createUnionType({
  name: 'RemindMembersResult',
  description: 'What became of reminding members.',
  types: () => [MembersReminded, InvalidInput] as const,
})
