import type { ApolloServerPlugin } from '@apollo/server'
import { limits } from '@twinlock/shared/limits'
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { PAGE_SIZES, pageSizeProblem } from '../platform/graphql/page.js'
import type { RequestContext } from '../sessions/request-context.js'

/** What a list without a size of its own is taken for. */
const USUAL_LENGTH = 10

interface Walk {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** As the operation will run with them: coerced, its own defaults in place of what was not sent. */
  variables: Record<string, unknown>
  /** Each fragment is visited once per page size. Without this, nested spreads would take exponential time. */
  known: Map<string, number>
  /** Whether another set of variables may cost something else. */
  readsVariables: boolean
}

/** Of operations whose cost no variable changes: the same documents come again and again, and Apollo keeps them parsed. */
const fixedCosts = new WeakMap<OperationDefinitionNode, number>()

/**
 * What a document may cost at most: each field one, and whatever stands inside a list as often as the list is long
 * (`first`, or ten). What is skipped costs nothing. Introspection is free, graphql-js limits it itself.
 * @throws GraphQLError BAD_USER_INPUT where a page is to have a size that no page can have, skipped or not
 */
export function costOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): number {
  const fixed = fixedCosts.get(operation)
  if (fixed !== undefined) return fixed
  const root = schema.getRootType(operation.operation)
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  // Variables that do not fit are refused by the execution, which then runs nothing.
  if (!root || !coerced) return 0
  const walk: Walk = { schema, fragments, variables: coerced, known: new Map(), readsVariables: false }
  const cost = costOfSelection(operation.selectionSet, root.name, walk, null)
  if (!walk.readsVariables) fixedCosts.set(operation, cost)
  return cost
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
        throw costError(message, { code: 'GRAPHQL_VALIDATION_FAILED', cost, limit: limits.documentCost })
      },
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single' || !contextValue.key()) return
        const { singleResult } = response.body
        singleResult.extensions = { ...singleResult.extensions, cost: { requested: cost, limit: limits.documentCost } }
      },
    }
  },
}

function costError(message: string, extensions: { code: string; cost?: number; limit?: number }): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } })
}

function costOfSelection({ selections }: SelectionSetNode, typeName: string, walk: Walk, page: number | null): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + costOfField(selection, typeName, walk, page)
    if (isSkipped(selection, walk)) return sum
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + costOfSpread(selection.name.value, walk, page)
    const name = selection.typeCondition?.name.value ?? typeName
    return sum + costOfSelection(selection.selectionSet, name, walk, page)
  }, 0)
}

/** By the same rules as the execution (GraphQL specification, 3.13.1 and 3.13.2). */
function isSkipped(node: SelectionNode, walk: Walk): boolean {
  if (!node.directives?.length) return false
  const { variables } = walk
  walk.readsVariables = true
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  )
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
  const first = field && firstOf(node, field, walk)
  if (!field || isSkipped(node, walk)) return 0
  if (!node.selectionSet) return 1
  const length = isList(field.type) ? (first ?? page ?? USUAL_LENGTH) : 1
  // A connection hands its size on to the edges inside it.
  const inner = costOfSelection(node.selectionSet, getNamedType(field.type).name, walk, first ?? null)
  return 1 + length * inner
}

function fieldOf(node: FieldNode, typeName: string, schema: GraphQLSchema): GraphQLField<unknown, unknown> | null {
  const type = schema.getType(typeName)
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[node.name.value] ?? null) : null
}

/** How long a page will be; null for a field that has none. @throws GraphQLError BAD_USER_INPUT for a size out of range */
function firstOf(node: FieldNode, field: GraphQLField<unknown, unknown>, walk: Walk): number | null {
  if (!field.args.some(({ name }) => name === 'first')) return null
  walk.readsVariables = true
  const first = argumentOf(node, field, walk.variables)
  if (typeof first !== 'number') return PAGE_SIZES.max
  const problem = pageSizeProblem(first)
  if (problem) throw costError(problem, { code: 'BAD_USER_INPUT' })
  return first
}

function argumentOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>) {
  try {
    return getArgumentValues(field, node, variables).first
  } catch {
    // Null where there must be a number: the execution refuses this one field.
    return null
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type))
}
