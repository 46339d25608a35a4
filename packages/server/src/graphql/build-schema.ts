import { type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync, type ClassType } from 'type-graphql'
import { DateTimeScalar } from '../platform/graphql/scalars.js'
import { guardRootFields } from './caller-guard.js'

/** Builds the schema from resolvers that were made by the composition root; each is found by its class. */
export function buildApiSchema(resolvers: readonly object[]): GraphQLSchema {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]))
  const classes = resolvers.map((resolver) => resolver.constructor as ClassType)
  const schema = buildSchemaSync({
    resolvers: classes as [ClassType, ...ClassType[]],
    container: { get: (someClass) => byClass.get(someClass) },
    // Inputs are judged by the services, whose words people can act on; class-validator would echo passwords.
    validate: false,
    // It would ask the whole schema about itself at each start; Apollo checks it before the first answer all the same.
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
