import { graphql } from '../../generated/gql'

export const NETWORK_JOIN_LINK = graphql(`
  query NetworkJoinLink($slug: String!) {
    network(slug: $slug) {
      id
      joinLink {
        domains
        createdAt
        creatorName
      }
    }
  }
`)
