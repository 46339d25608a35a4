import { Field, ObjectType } from 'type-graphql'
import { GraphqlObject } from './graphql-object.js'

@ObjectType({ description: 'Where a page ends.' })
export class PageInfo extends GraphqlObject {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean
  @Field(() => String, {
    nullable: true,
    description: 'What to give as `after` for the next page; null on an empty one.',
  })
  endCursor!: string | null
}
