import { graphql } from '../../generated/gql'

graphql(`
  fragment JoinLinkFields on JoinLink {
    domains
    createdAt
    creatorName
  }
`)

export const NETWORK_JOIN_LINK = graphql(`
  query NetworkJoinLink($slug: String!) {
    network(slug: $slug) {
      id
      joinLink {
        ...JoinLinkFields
      }
    }
  }
`)
