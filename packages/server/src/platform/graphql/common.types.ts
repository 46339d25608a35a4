import { GraphQLScalarType } from 'graphql'
import { GraphQLCountryCode, GraphQLDateTime, GraphQLEmailAddress } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'

/** A GraphQL object created from its values; unions resolve its type by its class. */
export abstract class GraphqlObject {
  static of<T extends GraphqlObject>(this: new () => T, values: { [K in keyof T]: T[K] }): T {
    return Object.assign(new this(), values)
  }
}

/** RFC 3339, UTC, milliseconds. */
export const DateTimeScalar: GraphQLScalarType = GraphQLDateTime
/** ISO 3166-1 alpha-2. */
export const CountryCodeScalar: GraphQLScalarType = GraphQLCountryCode
/** Serialized unchanged: the library's pattern rejects valid addresses. */
export const EmailAddressScalar = new GraphQLScalarType({ ...GraphQLEmailAddress.toConfig(), serialize: String })

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
