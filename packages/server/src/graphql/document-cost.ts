import type { ApolloServerPlugin } from '@apollo/server'
import { limits } from '@twinlock/shared/limits'
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { RequestContext } from '../sessions/request-context.js'

/** What a list without a size of its own is taken for. */
const USUAL_LENGTH = 10

interface Walk {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  variables: Readonly<Record<string, unknown>>
  /** Each fragment is walked once for each size: spread into each other they would be walked for ever. */
  known: Map<string, number>
}

/**
 * What a document may cost at most: each field one, and whatever stands inside a list as often as the list is long
 * (`first`, or ten). Introspection is free, graphql-js limits it itself.
 */
export function costOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): number {
  const root = schema.getRootType(operation.operation)
  return root
    ? costOfSelection(operation.selectionSet, root.name, { schema, fragments, variables, known: new Map() }, null)
    : 0
}

/** Refuses what costs too much, and says what it costs; to a key it says so with every answer. */
export const documentCost: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    let cost = 0
    return {
      async didResolveOperation({ operation, document, request, schema }) {
        if (!operation) return
        const found = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        const fragments = new Map(found.map((fragment) => [fragment.name.value, fragment]))
        cost = costOf(operation, fragments, request.variables ?? {}, schema)
        if (cost <= limits.documentCost) return
        const message = `This document costs ${cost}; ${limits.documentCost} is the limit. Ask for smaller pages.`
        throw new GraphQLError(message, {
          extensions: {
            code: 'GRAPHQL_VALIDATION_FAILED',
            cost,
            limit: limits.documentCost,
            http: { status: 400 },
          },
        })
      },
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single' || !contextValue.key()) return
        const { singleResult } = response.body
        singleResult.extensions = { ...singleResult.extensions, cost: { requested: cost, limit: limits.documentCost } }
      },
    }
  },
}

function costOfSelection({ selections }: SelectionSetNode, typeName: string, walk: Walk, page: number | null): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + costOfField(selection, typeName, walk, page)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + costOfSpread(selection.name.value, walk, page)
    const name = selection.typeCondition?.name.value ?? typeName
    return sum + costOfSelection(selection.selectionSet, name, walk, page)
  }, 0)
}

function costOfSpread(name: string, walk: Walk, page: number | null): number {
  const key = `${name}:${page}`
  const known = walk.known.get(key)
  const fragment = walk.fragments.get(name)
  if (known !== undefined || !fragment) return known ?? 0
  const cost = costOfSelection(fragment.selectionSet, fragment.typeCondition.name.value, walk, page)
  walk.known.set(key, cost)
  return cost
}

/** @param page how long the list of the connection is that this field belongs to */
function costOfField(node: FieldNode, typeName: string, walk: Walk, page: number | null): number {
  const field = fieldOf(node, typeName, walk.schema)
  if (!field || !node.selectionSet) return field ? 1 : 0
  const first = firstOf(node, field, walk.variables)
  const length = isList(field.type) ? (page ?? USUAL_LENGTH) : 1
  // A connection hands its size on to the edges inside it.
  const inner = costOfSelection(node.selectionSet, getNamedType(field.type).name, walk, first ?? null)
  return 1 + length * inner
}

function fieldOf(node: FieldNode, typeName: string, schema: GraphQLSchema): GraphQLField<unknown, unknown> | null {
  const type = schema.getType(typeName)
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[node.name.value] ?? null) : null
}

/** A size that is none is refused later, by whoever reads it; until then it counts as the largest. */
function firstOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const argument = field.args.find(({ name }) => name === 'first')
  if (!argument) return null
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
  if (given?.kind === Kind.INT) return Number(given.value)
  if (given?.kind === Kind.VARIABLE) return Number(variables[given.name.value] ?? argument.defaultValue)
  return Number(argument.defaultValue)
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type))
}
