import { graphql } from '../../generated/gql'
import type { ApiKeyFieldsFragment, WebhookFieldsFragment } from '../../generated/graphql'

graphql(`
  fragment ApiKeyFields on ApiKey {
    id
    name
    prefix
    scopes
    returnAddresses
    state
    createdBy
    expiresAt
    lastUsedAt
  }
`)

graphql(`
  fragment WebhookFields on Webhook {
    id
    url
    eventTypes
    pausedAt
    pausedBecause
    pausedBecauseCode
    previousSecretUntil
  }
`)

export const INTEGRATIONS = graphql(`
  query Integrations($slug: String!) {
    network(slug: $slug) {
      id
      slug
      apiKeys {
        ...ApiKeyFields
      }
      webhooks {
        ...WebhookFields
      }
    }
  }
`)

export type Key = ApiKeyFieldsFragment
export type Webhook = WebhookFieldsFragment
