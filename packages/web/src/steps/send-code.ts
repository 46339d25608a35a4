import { graphql } from '../generated/gql'

export const SEND_CODE_FIELDS = graphql(`
  fragment SendCodeFields on SendCodeResult {
    ... on CodeSent {
      sentTo
      expiresAt
      resendAvailableAt
    }
    ... on SendCodeTooSoon {
      retryAt
    }
    ... on TooManyAttempts {
      retryAt
    }
  }
`)
