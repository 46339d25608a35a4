import { graphql } from '../../generated/gql'
import type { VerificationRequestFieldsFragment } from '../../generated/graphql'

graphql(`
  fragment VerificationRequestFields on VerificationRequest {
    id
    status
    app
    networkName
    reason
    amount
    payee
    expiresAt
    methods
    maskedPhoneNumber
    providerUrl
    returnTo
  }
`)

export const VERIFICATION_REQUEST = graphql(`
  query VerificationRequest($id: ID!) {
    viewer {
      id
      email
    }
    verificationRequest(id: $id) {
      ...VerificationRequestFields
    }
  }
`)

export const ANSWER_VERIFICATION = graphql(`
  mutation AnswerVerification($input: AnswerVerificationInput!) {
    answerVerification(input: $input) {
      ... on VerificationEnded {
        status
        returnTo
      }
      ...WrongCode
    }
  }
`)

export const ANSWER_BY_PROVIDER = graphql(`
  mutation AnswerVerificationByProvider($id: ID!) {
    answerVerificationByProvider(id: $id) {
      ... on VerificationEnded {
        status
        returnTo
      }
    }
  }
`)

export const DECLINE_VERIFICATION = graphql(`
  mutation DeclineVerification($id: ID!) {
    declineVerification(id: $id) {
      status
      returnTo
    }
  }
`)

export const LEAVE_VERIFICATION = graphql(`
  mutation LeaveVerification($id: ID!) {
    leaveVerification(id: $id) {
      status
      returnTo
    }
  }
`)

export const BEGIN_PASSKEY_VERIFICATION = graphql(`
  mutation BeginPasskeyVerification($id: ID!) {
    beginPasskeyVerification(id: $id) {
      ...PasskeyChallengeFields
    }
  }
`)

export const SEND_VERIFICATION_CODE = graphql(`
  mutation SendVerificationCode($id: ID!) {
    sendVerificationCode(id: $id) {
      ...SendCodeFields
    }
  }
`)

export type Asked = VerificationRequestFieldsFragment
/** As the server answers an end; PENDING never comes with one, though its type could say so. */
export type Answered = { status: Asked['status']; returnTo: string }
export type Ended = { status: Exclude<Asked['status'], 'PENDING'>; returnTo: string }
