import { unwrapResolverError } from '@apollo/server/errors'
import type { GraphQLFormattedError } from 'graphql'
import { HashQueueFullError } from '../platform/crypto/password-hasher.js'
import { Interruption, rateLimited, unavailable } from '../platform/errors/interruption.js'
import type { Logger } from '../platform/logging/logger.js'
import { isDatabaseUnavailable } from '../platform/mongo/unavailable.js'

/** Apollo's own codes for documents it refuses; their messages name the document's fault. */
const documentCodes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST'])

/** Formats errors for clients: a code to act on, never a stack trace or a submitted value. */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = interruptionOf(unwrapResolverError(error))
    const path = formatted.path ? { path: formatted.path } : {}
    if (cause?.code === 'UNAVAILABLE') logger.error({ err: unwrapResolverError(error) }, 'The database is unavailable')
    if (cause) return { message: cause.message, ...path, extensions: { code: cause.code, ...cause.details } }
    const code = codeOf(formatted)
    if (documentCodes.has(code))
      return { ...formatted, message: withoutValues(formatted.message), extensions: { code, ...costIn(formatted) } }
    logger.error({ err: unwrapResolverError(error), path: formatted.path }, 'A request failed')
    return {
      message: 'Something went wrong on our side. Try again in a moment.',
      ...path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    }
  }
}

/** What a document costs, where that is why it was refused. */
function costIn({ extensions }: GraphQLFormattedError): { cost?: unknown; limit?: unknown } {
  return extensions?.cost === undefined ? {} : { cost: extensions.cost, limit: extensions.limit }
}

/** A document to be stored for later, and one whose operation is not named, are refused like others. */
function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = String(extensions?.code ?? '')
  return code.startsWith('PERSISTED_QUERY_') || code === 'OPERATION_RESOLUTION_FAILURE' ? 'BAD_REQUEST' : code
}

function interruptionOf(error: unknown): Interruption | null {
  if (error instanceof Interruption) return error
  if (isDatabaseUnavailable(error)) return unavailable()
  return error instanceof HashQueueFullError ? rateLimited() : null
}

/** graphql-js and the scalars print the value that they refuse, which may be a password. */
const printedValues: readonly [RegExp, string][] = [
  [/got invalid value [\s\S]*? at "([\w.[\]]+)";[\s\S]*/, 'got a value of the wrong kind at "$1".'],
  [/got invalid value [\s\S]*/, 'got a value of the wrong kind.'],
  [/(cannot represent (?:an? )?(?:in)?[\w-]+(?: [\w-]+)*?)(?::| (?=["{[\d-]))[\s\S]*/, '$1.'],
  [/(is not a valid [\w ]+)[:.][\s\S]*/, '$1.'],
  [/found (String|BlockString|Int|Float) "[\s\S]*/, 'found $1.'],
  [/^(Expected value of type "[^"]+"), found [\s\S]*/, '$1.'],
  [/^Value "[\s\S]*" does not exist/, 'That value does not exist'],
]

function withoutValues(message: string): string {
  // Cut first: a caller can send a hundred kilobytes to search.
  return printedValues
    .reduce((text, [pattern, words]) => text.replace(pattern, words), message.slice(0, 2_000))
    .slice(0, 500)
}
