import { GraphQLScalarType } from 'graphql'
import { GraphQLCountryCode, GraphQLDateTime, GraphQLEmailAddress } from 'graphql-scalars'

/** RFC 3339, UTC, milliseconds. */
export const DateTimeScalar: GraphQLScalarType = GraphQLDateTime
/** ISO 3166-1 alpha-2. */
export const CountryCodeScalar: GraphQLScalarType = GraphQLCountryCode
/** An address that was accepted goes out as it is: the library's pattern is narrower than what receives mail. */
export const EmailAddressScalar = new GraphQLScalarType({ ...GraphQLEmailAddress.toConfig(), serialize: String })
