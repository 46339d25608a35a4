import type { GraphiQLProps } from 'graphiql'

/** Asks this server. With a key no cookie goes along: one asks as the key, or as oneself, never as both. */
export function createLiveFetcher(key: string): GraphiQLProps['fetcher'] {
  return async (params) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      credentials: key ? 'omit' : 'same-origin',
      headers: {
        'content-type': 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(params),
    })
    return answer.json()
  }
}
