import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql'
import type { MyNetworkFieldsFragment } from '../../generated/graphql'

graphql(`
  fragment MyNetworkFields on Membership {
    id
    role
    standing
    deadline
    allowedMethods
    helpContact
    network {
      id
      name
      slug
      plan
    }
  }
`)

export const MY_NETWORKS = graphql(`
  query MyNetworks {
    viewer {
      id
      isCompanySignIn
      memberships {
        ...MyNetworkFields
      }
    }
  }
`)

export type MyNetwork = MyNetworkFieldsFragment

/** What is known of each of one's networks without access to it. */
export function useMyNetworks() {
  const { data, error, loading, refetch } = useQuery(MY_NETWORKS)
  const viewer = data?.viewer
  return {
    networks: viewer?.memberships,
    isCompanySignIn: viewer?.isCompanySignIn ?? false,
    error,
    isLoading: loading,
    refetch,
  }
}
