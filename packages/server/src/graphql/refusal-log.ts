import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { Interruption } from '../platform/errors/interruption.js'
import type { Logger } from '../platform/logging/logger.js'
import type { RequestContext } from '../sessions/request-context.js'

/** Logs refused attempts at what the caller may not do. Requests to sign in or to confirm are part of normal use. */
const codes = new Set<Interruption['code']>(['FORBIDDEN', 'NOT_FOUND'])

/** Writes down who was refused what: ids and the field, nothing that was sent. */
export function refusalLog(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const cause = unwrapResolverError(error)
            if (!(cause instanceof Interruption) || !codes.has(cause.code)) continue
            const { address } = contextValue.origin
            const who = contextValue.key()?.keyId ?? (await contextValue.session())?.account._id ?? null
            logger.info({ code: cause.code, path: error.path?.join('.'), who, address }, 'A request was refused')
          }
        },
      }
    },
  }
}
