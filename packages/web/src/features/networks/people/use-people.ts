import { useQuery } from '@apollo/client/react'
import { nextPage } from '../../../api/next-page'
import { NETWORK_INVITATIONS, NETWORK_PEOPLE } from './people-documents'

/** The people of a network, page by page. */
export function usePeople(slug: string, search: string) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(NETWORK_PEOPLE, {
    variables: { slug, search },
  })
  const page = (data ?? previousData)?.network?.people
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: nextPage((old, next) => {
        return { ...next, people: { ...next.people, nodes: [...old.people.nodes, ...next.people.nodes] } }
      }),
    })
  return { people: page?.nodes, hasMore: page?.pageInfo.hasNextPage ?? false, error, isLoading: loading, more, refetch }
}

/** The invitations that wait for an answer, page by page; Admins only. */
export function useInvitations(slug: string) {
  const { data, error, fetchMore, refetch } = useQuery(NETWORK_INVITATIONS, { variables: { slug } })
  const page = data?.network?.invitations
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: nextPage((old, next) => {
        const nodes = [...old.invitations.nodes, ...next.invitations.nodes]
        return { ...next, invitations: { ...next.invitations, nodes } }
      }),
    })
  return { invitations: page?.nodes, hasMore: page?.pageInfo.hasNextPage ?? false, error, more, refetch }
}
