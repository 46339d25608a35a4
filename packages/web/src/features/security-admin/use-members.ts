import { useQuery } from '@apollo/client/react'
import { nextPage } from '../../api/next-page'
import type {
  CoveragePart,
  FactorMethod,
  MemberFilterInput,
  MemberOrder,
  Role,
  TwoFactorStanding,
} from '../../generated/graphql'
import { withQuery } from '../../steps/with-query'
import { NETWORK_MEMBERS } from './security-documents'

/** Where people count, which is so before anything is required too; `CLOSED` of those whose time is over. */
export type ShownMembers = CoveragePart | 'CLOSED'

export type MemberFilter = {
  search: string
  shown: ShownMembers | null
  role: Role | null
  method: FactorMethod | null
  order: MemberOrder
}

/** The members of a network as the filter asks for them, fifty at a time. */
export function useMembers(slug: string, { shown, search, ...filter }: MemberFilter) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(NETWORK_MEMBERS, {
    variables: { slug, ...filter, ...askedFor(shown), search: search || null },
    fetchPolicy: 'cache-and-network',
  })
  const page = (data ?? previousData)?.network?.security.members
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: nextPage((old, next) => {
        const edges = [...old.security.members.edges, ...next.security.members.edges]
        return { ...next, security: { ...next.security, members: { ...next.security.members, edges } } }
      }),
    })
  return {
    members: page?.edges.map(({ node }) => node),
    totalCount: page?.totalCount ?? 0,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    isLoading: loading,
    error,
    more,
    refetch,
  }
}

/** The URL of a file with the members that the filter shows, or with the chosen ones. */
export function fileOf(
  networkId: string,
  { shown, ...filter }: MemberFilter,
  chosen: ReadonlySet<string> | null,
): string {
  const path = `/networks/${networkId}/members.csv`
  if (!chosen) return withQuery(path, { ...filter, ...askedFor(shown) })
  return withQuery(path, { members: [...chosen].map((id) => id.slice(networkId.length + 1)).join(',') })
}

/** The same for an act on all members that the filter shows. */
export function filterInput({ shown, order: _, search, ...rest }: MemberFilter): MemberFilterInput {
  return { ...rest, ...askedFor(shown), search: search || null }
}

function askedFor(shown: ShownMembers | null): { part: CoveragePart | null; standing: TwoFactorStanding | null } {
  return shown === 'CLOSED' ? { part: null, standing: 'OVERDUE' } : { part: shown, standing: null }
}
