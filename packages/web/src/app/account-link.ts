import { ApolloLink } from '@apollo/client'
import { map } from 'rxjs'
import { learnAccount } from '../api/current-account'

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
