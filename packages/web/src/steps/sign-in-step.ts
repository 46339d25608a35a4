import { graphql } from '../generated/gql'
import type { EndedSignInFragment, SignInStepFieldsFragment } from '../generated/graphql'

graphql(`
  fragment EndedSignIn on SignInExpired {
    wasReplaced
  }
`)

export type SecondStepRequired = Extract<SignInStepFieldsFragment, { __typename: 'SecondStepRequired' }>
/** It took too long, or another one replaced it. */
export type SignInExpired = EndedSignInFragment
export type SetUpRequired = Extract<SignInStepFieldsFragment, { __typename: 'SetUpRequired' }>

graphql(`
  fragment SignInStepFields on SignInStep {
    ... on SignedIn {
      viewer {
        id
        twoFactor {
          id
          backupCodesLeft
        }
      }
    }
    ... on SecondStepRequired {
      signInId
      email
      methods
      preferred
      maskedPhoneNumber
      codeDelivery
      sendRetryAt
      resendAvailableAt
      trustDeviceAllowed
      reEnrolmentOffered
      reEnrolmentFrom
      reEnrolmentAwaits {
        id
        name
      }
      expiresAt
    }
    ... on SetUpRequired {
      signInId
      maskedEmail
      mailboxProofRequired
      isReEnrolment
      expiresAt
      networks {
        id
        name
        slug
        deadline
        helpContact
      }
      otherNetworks {
        id
        name
        slug
      }
    }
    ... on SsoRequired {
      startUrl
      network {
        id
        name
      }
    }
    ...WrongCode
    ...TooManyTries
    ...EndedSignIn
  }
`)

/** Where the sign-in in progress stands; what a reload asks for. */
export const SIGN_IN_PROGRESS = graphql(`
  query SignInProgress {
    signInProgress {
      ...SignInStepFields
    }
  }
`)
