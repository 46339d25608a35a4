import { graphql } from '../../generated/gql'
import type { AccountFieldsFragment } from '../../generated/graphql'

export type TwoFactor = AccountFieldsFragment['twoFactor']

graphql(`
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

/** What else any change to the account may alter: the other sessions end, trusted devices are forgotten. */
graphql(`
  fragment AccountFields on Viewer {
    id
    name
    email
    isCompanySignIn
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
