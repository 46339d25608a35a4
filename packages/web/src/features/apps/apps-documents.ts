import { graphql } from '../../generated/gql'
import type { AppFieldsFragment } from '../../generated/graphql'

graphql(`
  fragment AppFields on App {
    id
    name
    url
    logo
    roles
    requires
    clientId
    redirectUris
    postLogoutRedirectUris
    backChannelLogoutUri
    hosts
    pathRules {
      prefix
      roles
      requires
      isPublic
      withinMinutes
    }
    tokenEndpointAuthMethod
    idTokenSignedResponseAlg
    jwks
    liveSecrets
    lastUsedAt
  }
`)

export const APPS = graphql(`
  query Apps($slug: String!) {
    network(slug: $slug) {
      id
      apps {
        ...AppFields
      }
    }
  }
`)

export type AppRow = AppFieldsFragment

export const APP_PEOPLE = graphql(`
  query AppPeople($slug: String!, $id: ID!, $after: String) {
    network(slug: $slug) {
      id
      app(id: $id) {
        id
        name
        people(after: $after) {
          nodes {
            memberId
            name
            email
            role
            firstUsedAt
            lastUsedAt
            isSignedIn
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

export const APP_ENTRY = graphql(`
  query AppEntry($id: ID!) {
    appEntry(id: $id) {
      ... on AppEntryOpen {
        app {
          name
          logo
          host
        }
        network {
          id
          name
        }
        isFirstVisit
      }
      ... on AppEntryRefused {
        app {
          name
          host
        }
        networkName
        email
        reason
      }
    }
  }
`)
