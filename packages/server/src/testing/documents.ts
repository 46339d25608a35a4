import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'

export interface RootField {
  /** `Mutation.signIn` */
  coordinate: string
  operation: 'query' | 'mutation'
  field: GraphQLField<unknown, unknown>
}

export interface DocumentWithVariables {
  query: string
  variables: Record<string, unknown>
}

/** Every query and mutation of a schema. */
export function rootFieldsOf(schema: GraphQLSchema): RootField[] {
  const fieldsOf = (operation: 'query' | 'mutation') => {
    const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType()
    return Object.values(type?.getFields() ?? {}).map((field) => ({
      coordinate: `${type?.name}.${field.name}`,
      operation,
      field,
    }))
  }
  return [...fieldsOf('query'), ...fieldsOf('mutation')]
}

/** A document that calls one root field with these values, and selects the `__typename` of its answer. */
export function documentFor({ operation, field }: RootField, values: Record<string, unknown>): DocumentWithVariables {
  const given = field.args.filter(({ name }) => name in values)
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  const query = `${operation}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`
  return { query, variables: Object.fromEntries(given.map(({ name }) => [name, values[name]])) }
}

/**
 * Values that a root field takes, the required ones alone.
 * @param known what an argument or input field of this name is given, wherever it stands
 */
export function sampleArguments({ field }: RootField, known: Record<string, unknown> = {}): Record<string, unknown> {
  const wanted = field.args.filter((argument) => isRequiredArgument(argument) || argument.name in known)
  return Object.fromEntries(wanted.map(({ name, type }) => [name, known[name] ?? sampleOf(type, known)]))
}

const scalars: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: false,
  DateTime: '2026-05-12T10:00:00.000Z',
  EmailAddress: 'x@example.com',
  CountryCode: 'DE',
}

function sampleOf(type: GraphQLInputType, known: Record<string, unknown>): unknown {
  const plain = getNullableType(type)
  if (isListType(plain)) return [sampleOf(plain.ofType, known)]
  if (isEnumType(plain)) return plain.getValues()[0]?.name
  if (!isInputObjectType(plain)) return scalars[plain.name] ?? 'x'
  const wanted = Object.values(plain.getFields()).filter((field) => isRequiredInputField(field) || field.name in known)
  return Object.fromEntries(wanted.map((field) => [field.name, known[field.name] ?? sampleOf(field.type, known)]))
}
