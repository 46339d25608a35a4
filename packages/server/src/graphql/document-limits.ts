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

/** What judges or sends a code, or asks for a passkey, in a session. */
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
  // What is thrown in a rule is a failure of the server's; what is reported is a mistake of the document's.
  propagateOnRejection: false,
  onReject: [(context, error) => context?.reportError(error)],
})

export const documentRules: ValidationRule[] = [rootFieldsRule, depthRule as unknown as ValidationRule]
