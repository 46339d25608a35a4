import { unwrapResolverError } from '@apollo/server/errors'
import type { GraphQLFormattedError } from 'graphql'
import { HashQueueFullError } from '../platform/crypto/password-hasher.js'
import { Interruption, rateLimited } from '../platform/errors/interruption.js'
import type { Logger } from '../platform/logging/logger.js'

/** Apollo's own codes for documents it refuses; their messages name the document's fault. */
const documentCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
])

/** What leaves the server when something is wrong: a code that can be acted on, never a trace or a value that was sent. */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = interruptionOf(unwrapResolverError(error))
    const path = formatted.path ? { path: formatted.path } : {}
    if (cause) return { message: cause.message, ...path, extensions: { code: cause.code, ...cause.details } }
    const code = String(formatted.extensions?.['code'] ?? '')
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

function interruptionOf(error: unknown): Interruption | null {
  if (error instanceof Interruption) return error
  return error instanceof HashQueueFullError ? rateLimited() : null
}

/** graphql-js prints the value it refuses, which may be a password. */
function withoutValues(message: string): string {
  return message
    .replace(/got invalid value [\s\S]*? at "([\w.[\]]+)";[\s\S]*/, 'got a value of the wrong kind at "$1".')
    .replace(/got invalid value [\s\S]*/, 'got a value of the wrong kind.')
    .slice(0, 500)
}
