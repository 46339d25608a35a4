import { type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync, type ClassType } from 'type-graphql'
import { DateTimeScalar } from '../platform/graphql/common.types.js'
import { guardRootFields } from './caller-guard.js'

/** @param get finds the resolver of a class */
export function buildApiSchema(resolvers: readonly ClassType[], get: (resolver: ClassType) => object): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: resolvers as [ClassType, ...ClassType[]],
    container: { get },
    // Inputs are validated by the services, whose messages people can act on; class-validator would echo passwords.
    validate: false,
    // It would introspect the whole schema at each start; Apollo still checks it before the first answer.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  })
  describe(schema.getQueryType(), 'What can be read.')
  describe(schema.getMutationType(), 'What can be done; each answers with what became of it.')
  return guardRootFields(schema)
}

/** The root types are made by the library, without words of their own. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description
}

/** The SDL as it is committed and served, in a stable order. */
export function printApiSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
