import { graphql } from '../../generated/gql'

export const CONFIRM_SETUP_FIELDS = graphql(`
  fragment ConfirmSetupFields on ConfirmSetupResult {
    ... on TwoFactorSetUp {
      viewer {
        id
        email
        twoFactor {
          id
          isOn
          preferredMethod
          backupCodesLeft
          maskedPhoneNumber
          factors {
            id
            method
            label
            createdAt
            lastUsedAt
          }
        }
      }
      backupCodes {
        generatedAt
        codes {
          code
          usedAt
        }
      }
    }
    ... on InvalidCode {
      attemptsLeft
      alreadyUsed
      clockOffsetSeconds
    }
    ... on TooManyAttempts {
      retryAt
    }
  }
`)
