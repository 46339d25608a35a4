import { graphql } from '../../generated/gql'
import type { ListedMemberFragment, SecurityFieldsFragment } from '../../generated/graphql'

graphql(`
  fragment SecurityFields on NetworkSecurity {
    id
    mandatory {
      activatedAt
      activatedBy
      deadline
      remindableFrom
    }
    coverage {
      total
      withTwoFactor
      authenticatorApp
      sms
      passkey
      sso
      without
    }
    allowedMethods
    earlierMethods {
      methods
      until
    }
    helpContact
    locale
    trustedDeviceDays
    allowsPasskeySignIn
    earlierPasskeySignIn {
      until
    }
    sessionHours
    sessionIdleHours
    logDays
  }
`)

graphql(`
  fragment ChangedSetting on SecuritySettingChanged {
    security {
      ...SecurityFields
    }
  }
`)

graphql(`
  fragment ListedMember on Member {
    id
    name
    email
    role
    standing
    part
    deadline
    methods
    externalId
    lastSignInAt
    lastMailAt
    remindableFrom
    extendedUntil
    extensionReason
    deletionAt
    ssoProof
  }
`)

export type SecurityFields = SecurityFieldsFragment
export type ListedMember = ListedMemberFragment

export const NETWORK_SECURITY = graphql(`
  query NetworkSecurity($slug: String!) {
    network(slug: $slug) {
      id
      security {
        ...SecurityFields
        coverageHistory {
          at
          total
          without
        }
      }
    }
  }
`)

export const MANDATE_PREVIEW = graphql(`
  query MandatePreview($slug: String!, $graceHours: Int!, $deadline: DateTime) {
    network(slug: $slug) {
      id
      security {
        id
        preview(graceHours: $graceHours, deadline: $deadline) {
          mailed
          withoutTwoFactor
          guestsWithout
          companySignIn
          pendingInvitations
          deadline
          isOwnTwoFactorMissing
        }
      }
    }
  }
`)

export const NETWORK_MEMBERS = graphql(`
  query NetworkMembers(
    $slug: String!
    $after: String
    $search: String
    $part: CoveragePart
    $standing: TwoFactorStanding
    $role: Role
    $method: FactorMethod
    $signedInFrom: DateTime
    $signedInBefore: DateTime
    $hasSignedIn: Boolean
    $order: MemberOrder!
  ) {
    network(slug: $slug) {
      id
      security {
        id
        members(
          first: 50
          after: $after
          search: $search
          part: $part
          standing: $standing
          role: $role
          method: $method
          signedInFrom: $signedInFrom
          signedInBefore: $signedInBefore
          hasSignedIn: $hasSignedIn
          order: $order
        ) {
          totalCount
          edges {
            cursor
            node {
              ...ListedMember
            }
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

export const AUDIT_LOG = graphql(`
  query AuditLog(
    $slug: String!
    $after: String
    $types: [String!]
    $person: String
    $memberId: ID
    $from: DateTime
  ) {
    network(slug: $slug) {
      id
      security {
        id
        auditLog(after: $after, types: $types, person: $person, memberId: $memberId, from: $from) {
          edges {
            cursor
            node {
              id
              at
              type
              actor
              actorKind
              whom
              words
              details {
                name
                value
              }
              address
              device
            }
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

export const NETWORK_MEMBER = graphql(`
  query NetworkMember($slug: String!, $id: ID!) {
    network(slug: $slug) {
      id
      security {
        id
        member(id: $id) {
          joinedAt
          ssoAt
          ...ListedMember
        }
        memberMails(memberId: $id) {
          id
          kind
          at
          delivery
        }
        memberSignIns(memberId: $id) {
          id
          at
          methods
        }
      }
    }
  }
`)
