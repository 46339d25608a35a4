import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { limits } from '@twinlock/shared/limits'
import {
  type DocumentNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { guardOf } from './caller-guard.js'

/** Mutations in a session that verify or send a code, or request a passkey. */
const codeFields = new Set([
  'reauthenticate',
  'sendReauthenticationCode',
  'beginPasskeyReauthentication',
  'answerVerification',
  'sendVerificationCode',
  'beginPasskeyVerification',
  'changeEmail',
  'confirmEmailChange',
])

/** Guesses and codes are counted one by one: a document may hold one of these, under whatever alias. */
function movesSignIn(field: string): boolean {
  const guard = guardOf(`Mutation.${field}`)
  return guard === 'public' || guard === 'set-up' || codeFields.has(field)
}

/** At most so many root fields, and at most one mutation of a sign-in or set-up; fragments are followed. */
const rootFieldsRule: ValidationRule = (context: ValidationContext) => ({
  OperationDefinition(operation) {
    const fields = rootFieldsOf(operation.selectionSet, context.getDocument(), new Set())
    if (fields.length > limits.rootFields)
      context.reportError(new GraphQLError(`A document may ask for at most ${limits.rootFields} root fields.`))
    if (operation.operation === 'mutation' && fields.filter(movesSignIn).length > 1)
      context.reportError(new GraphQLError('A document may hold one mutation of a sign-in or set-up.'))
  },
})

function rootFieldsOf({ selections }: SelectionSetNode, document: DocumentNode, seen: Set<string>): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name.value]
    if (selection.kind === 'InlineFragment') return rootFieldsOf(selection.selectionSet, document, seen)
    const name = selection.name.value
    if (seen.has(name)) return []
    seen.add(name)
    const fragment = document.definitions.find((node) => node.kind === 'FragmentDefinition' && node.name.value === name)
    return fragment?.kind === 'FragmentDefinition' ? rootFieldsOf(fragment.selectionSet, document, seen) : []
  })
}

const depthRule = maxDepthRule({
  n: limits.documentDepth,
  ignoreIntrospection: true,
  flattenFragments: true,
  // An error thrown in a rule becomes a 500; a reported one is the client's mistake.
  propagateOnRejection: false,
  onReject: [(context, error) => context?.reportError(error)],
})

export const documentRules: ValidationRule[] = [rootFieldsRule, depthRule as unknown as ValidationRule]
