import type { ApolloServerPlugin } from '@apollo/server'
import { retryAfterSeconds } from '../platform/errors/interruption.js'
import type { RequestContext } from '../sessions/request-context.js'

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
