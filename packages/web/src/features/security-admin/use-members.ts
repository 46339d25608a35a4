import { useQuery } from '@apollo/client/react'
import type { FactorMethod, MemberOrder, Role, TwoFactorStanding } from '../../generated/graphql'
import { NETWORK_MEMBERS } from './security-documents'

export type MemberFilter = {
  search: string
  standing: TwoFactorStanding | null
  role: Role | null
  method: FactorMethod | null
  order: MemberOrder
}

/** The members of a network as the filter asks for them, fifty at a time. */
export function useMembers(slug: string, filter: MemberFilter) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(NETWORK_MEMBERS, {
    variables: { slug, ...filter, search: filter.search || null },
    fetchPolicy: 'cache-and-network',
  })
  const page = (data ?? previousData)?.network?.security.members
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        const [old, next] = [before.network, fetchMoreResult.network]
        if (!old || !next) return before
        const edges = [...old.security.members.edges, ...next.security.members.edges]
        return { network: { ...next, security: { ...next.security, members: { ...next.security.members, edges } } } }
      },
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
