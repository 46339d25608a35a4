import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import { Viewer } from '../../sessions/viewer.types.js'

@InputType({ description: 'A new name for the signed-in account.' })
export class ChangeNameInput {
  @Field(() => String, { description: 'Up to 100 characters.' })
  name!: string
}

@ObjectType({ description: 'The account has its new name.' })
export class NameChanged extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account with its new name.' })
  viewer!: Viewer
}

export const ChangeNameResult = createUnionType({
  name: 'ChangeNameResult',
  description: 'What became of the new name.',
  types: () => [NameChanged, InvalidInput] as const,
})
