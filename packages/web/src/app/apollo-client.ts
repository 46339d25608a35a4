import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { createCache } from '../api/cache'
import { currentAccount } from '../api/current-account'
import { currentLanguage } from '../texts/text-store'
import { learnServerTime } from '../time/server-clock'
import { accountLink } from './account-link'
import { type InterruptionHandlers, interruptionLink } from './interruption-link'

export function createApolloClient(handlers: InterruptionHandlers): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([
      interruptionLink(handlers),
      accountLink(),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchFromServer }),
    ]),
    // What is shown about an account is security: requested again with each page, drawn at once from the cache.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
}

const fetchFromServer: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers)
  // A header no form of another site can send: Apollo Server refuses operations without one.
  headers.set('apollo-require-preflight', 'true')
  const account = currentAccount()
  // An act meant for this account must not reach another one that has signed in since.
  if (account) headers.set('twinlock-account', account)
  headers.set('accept-language', currentLanguage())
  // Emails tell moments in this zone.
  headers.set('twinlock-time-zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  const answer = await fetch(input, { ...init, headers })
  learnServerTime(answer.headers.get('date'))
  return answer
}
