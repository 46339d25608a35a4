import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { map } from 'rxjs'
import { clientOptions } from '../api/cache'
import { currentAccount, learnAccount } from '../api/current-account'
import { currentLanguage } from '../texts/text-store'
import { learnServerTime } from '../time/server-clock'
import { type InterruptionHandlers, interruptionLink } from './interruption-link'

export function createApolloClient(handlers: InterruptionHandlers): ApolloClient {
  return new ApolloClient({
    ...clientOptions(),
    link: ApolloLink.from([
      interruptionLink(handlers),
      accountLink(),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchFromServer }),
    ]),
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

/** Learns from each answer whose account this tab shows: from the viewer, wherever an answer carries one. */
export function accountLink(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        const found = accountIn(result.data ?? {})
        if (found !== undefined) learnAccount(found)
        return result
      }),
    ),
  )
}

/** Undefined: the answer says nothing about it. */
function accountIn(data: Record<string, unknown>): string | null | undefined {
  if (data.signOut === true || data.viewer === null) return null
  for (const value of [data, ...Object.values(data)]) {
    const id = (value as { viewer?: { id?: unknown } | null } | null)?.viewer?.id
    if (typeof id === 'string') return id
  }
  return undefined
}
