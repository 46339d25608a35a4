import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { Interruption, retryAfterSeconds } from '../platform/errors/interruption.js'
import type { Logger } from '../platform/logging/logger.js'
import type { RequestContext } from '../sessions/request-context.js'

/** Refusals that are logged; a request to sign in or to confirm is normal use. */
const loggedCodes = new Set<Interruption['code']>(['FORBIDDEN', 'NOT_FOUND'])

/** Writes down who was refused what: ids and the field, nothing that was sent. */
export function refusalLog(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const cause = unwrapResolverError(error)
            if (!(cause instanceof Interruption) || !loggedCodes.has(cause.code)) continue
            const { address } = contextValue.origin
            const who = contextValue.key()?.keyId ?? (await contextValue.session())?.account._id ?? null
            logger.info({ code: cause.code, path: error.path?.join('.'), who, address }, 'A request was refused')
          }
        },
      }
    },
  }
}

/** HTTP 503 and `Retry-After` beside `UNAVAILABLE`, so that proxies and clients that know no GraphQL wait too. */
export const retryAfter: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return
        const { data, errors } = body.singleResult
        if (!errors?.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) return
        http.headers.set('retry-after', String(retryAfterSeconds))
        const isEmpty = !data || Object.values(data).every((value) => value === null)
        if (isEmpty) http.status = 503
      },
    }
  },
}
