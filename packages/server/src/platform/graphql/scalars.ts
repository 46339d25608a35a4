import { GraphQLScalarType } from 'graphql'
import { GraphQLCountryCode, GraphQLDateTime, GraphQLEmailAddress } from 'graphql-scalars'

/** RFC 3339, UTC, milliseconds. */
export const DateTimeScalar: GraphQLScalarType = GraphQLDateTime
/** ISO 3166-1 alpha-2. */
export const CountryCodeScalar: GraphQLScalarType = GraphQLCountryCode
/** Serialized unchanged: the library's pattern rejects valid addresses. */
export const EmailAddressScalar = new GraphQLScalarType({ ...GraphQLEmailAddress.toConfig(), serialize: String })
