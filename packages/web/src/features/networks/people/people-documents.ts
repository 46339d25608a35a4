import { graphql } from '../../../generated/gql'
import type { InvitationFieldsFragment, TeammateFieldsFragment } from '../../../generated/graphql'

graphql(`
  fragment TeammateFields on Teammate {
    id
    name
    email
    role
    joinedAt
    isViewer
  }
`)

graphql(`
  fragment InvitationFields on Invitation {
    id
    email
    role
    inviterName
    sentAt
    expiresAt
  }
`)

export type Teammate = TeammateFieldsFragment
export type Invitation = InvitationFieldsFragment

export const NETWORK_PEOPLE = graphql(`
  query NetworkPeople($slug: String!, $search: String, $after: String) {
    network(slug: $slug) {
      id
      people(search: $search, after: $after) {
        nodes {
          ...TeammateFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const NETWORK_INVITATIONS = graphql(`
  query NetworkInvitations($slug: String!, $after: String) {
    network(slug: $slug) {
      id
      invitations(after: $after) {
        nodes {
          ...InvitationFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)
