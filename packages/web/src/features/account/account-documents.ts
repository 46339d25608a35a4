import { graphql } from '../../generated/gql'

export const TWO_FACTOR_FIELDS = graphql(`
  fragment TwoFactorFields on AccountTwoFactor {
    id
    isOn
    preferredMethod
    maskedPhoneNumber
    backupCodesLeft
    backupCodesTotal
    backupCodesGeneratedAt
    factors {
      id
      method
      label
      createdAt
      lastUsedAt
    }
    mandatoryIn {
      id
      name
    }
  }
`)

/** What any change to the account may alter besides itself: the other sessions end, trusted devices are forgotten. */
export const ACCOUNT_FIELDS = graphql(`
  fragment AccountFields on Viewer {
    id
    name
    email
    twoFactor {
      ...TwoFactorFields
    }
    sessions {
      id
      isCurrent
      device
      address
      lastSeenAt
    }
    trustedDevices {
      id
      device
      expiresAt
    }
  }
`)

export const ACCOUNT = graphql(`
  query Account {
    viewer {
      ...AccountFields
    }
  }
`)
