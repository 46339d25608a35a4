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

export const createCache = () =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      App: { fields: { people: paged } },
      Network: { fields: { people: paged, invitations: paged } },
      NetworkSecurity: { fields: { members: paged, auditLog: paged } },
    },
  })
