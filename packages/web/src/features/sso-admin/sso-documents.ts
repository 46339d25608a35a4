import { graphql } from '../../generated/gql'
import type { NetworkSsoFieldsFragment } from '../../generated/graphql'

graphql(`
  fragment NetworkSsoFields on NetworkSso {
    id
    callbackUrl
    backChannelLogoutUrl
    afterSignOutUrl
    connection {
      issuer
      clientId
      hasSecret
      workedAt
      trouble {
        reason
        at
      }
      requiredFrom
      proofRequiredFrom
      proofValues
      earlierProofUntil
      justInTimeRole
      endsAt
    }
    domains {
      name
      isProved
      missingSince
      recordName
      recordValue
    }
    counts {
      members
      guests
      joined
      proved
    }
    trial {
      at
      result
      trouble
      proof
      detail
      claims {
        name
        value
      }
    }
  }
`)

graphql(`
  fragment ChangedSso on SsoChanged {
    sso {
      ...NetworkSsoFields
    }
  }
`)

export const NETWORK_SSO = graphql(`
  query NetworkSso($slug: String!) {
    network(slug: $slug) {
      id
      security {
        id
        mandatory {
          activatedAt
        }
      }
      sso {
        ...NetworkSsoFields
      }
    }
  }
`)

export const SAVE_SSO_CONNECTION = graphql(`
  mutation SaveSsoConnection($input: SaveSsoConnectionInput!) {
    saveSsoConnection(input: $input) {
      ...ChangedSso
      ...InvalidFields
      ... on SsoProviderProblem {
        reason
        detail
      }
    }
  }
`)

export const END_SSO_CONNECTION = graphql(`
  mutation EndSsoConnection($input: EndSsoConnectionInput!) {
    endSsoConnection(input: $input) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const KEEP_SSO_CONNECTION = graphql(`
  mutation KeepSsoConnection($networkId: ID!) {
    keepSsoConnection(networkId: $networkId) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const SET_JUST_IN_TIME_ROLE = graphql(`
  mutation SetJustInTimeRole($networkId: ID!, $role: Role) {
    setJustInTimeRole(networkId: $networkId, role: $role) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const REQUIRE_SSO = graphql(`
  mutation RequireSso($input: RequireSsoInput!) {
    requireSso(input: $input) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const MAKE_SSO_OPTIONAL = graphql(`
  mutation MakeSsoOptional($networkId: ID!) {
    makeSsoOptional(networkId: $networkId) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const SET_SSO_PROOF = graphql(`
  mutation SetSsoProof($input: SetSsoProofInput!) {
    setSsoProof(input: $input) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const CLAIM_SSO_DOMAIN = graphql(`
  mutation ClaimSsoDomain($input: SsoDomainInput!) {
    claimSsoDomain(input: $input) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const PROVE_SSO_DOMAIN = graphql(`
  mutation ProveSsoDomain($input: SsoDomainInput!) {
    proveSsoDomain(input: $input) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export const RELEASE_SSO_DOMAIN = graphql(`
  mutation ReleaseSsoDomain($input: SsoDomainInput!) {
    releaseSsoDomain(input: $input) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

/** Few: an Admin who looks for a person knows their name. */
export const LINKED_PEOPLE = graphql(`
  query LinkedPeople($slug: String!, $search: String!) {
    network(slug: $slug) {
      id
      security {
        id
        members(first: 10, search: $search, order: NAME) {
          edges {
            node {
              id
              name
              email
              ssoAt
            }
          }
        }
      }
    }
  }
`)

export const RELEASE_SSO_IDENTITY = graphql(`
  mutation ReleaseSsoIdentity($networkId: ID!, $memberId: ID!) {
    releaseSsoIdentity(networkId: $networkId, memberId: $memberId) {
      ...ChangedSso
      ...InvalidFields
    }
  }
`)

export type NetworkSsoFields = NetworkSsoFieldsFragment
export type SsoConnectionFields = NonNullable<NetworkSsoFields['connection']>
