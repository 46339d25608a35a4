import { type FieldPolicy, InMemoryCache } from '@apollo/client'
import { possibleTypes } from '../generated/possible-types'

type Page = { nodes?: readonly unknown[]; edges?: readonly unknown[] }

/** The next page goes behind the pages there are; another search, order or filter is another list. */
const paged: FieldPolicy<Page> = {
  keyArgs: (args) => JSON.stringify({ ...args, after: undefined }),
  merge: (before, page, { args }) => ({
    ...page,
    ...(page.nodes ? { nodes: [...((args?.after && before?.nodes) || []), ...page.nodes] } : {}),
    ...(page.edges ? { edges: [...((args?.after && before?.edges) || []), ...page.edges] } : {}),
  }),
}

const createCache = () =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      App: { fields: { people: paged } },
      Network: { fields: { people: paged, invitations: paged } },
      NetworkSecurity: { fields: { members: paged, auditLog: paged } },
    },
  })

export const clientOptions = () =>
  ({
    cache: createCache(),
    // What is shown about an account is security: requested again with each page, drawn at once from the cache.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  }) as const
