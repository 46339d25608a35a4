import { graphql } from '../../generated/gql'

/** What the wizard stands on: asked again after a reload, so that nothing begun is lost. */
export const SET_UP_PROGRESS = graphql(`
  query SetUpProgress {
    capabilities {
      smsCountries
    }
    setUpProgress {
      isSmsAvailable
      isPasskeyAvailable
      allowedMethods
      mailboxProofRequired
      mailboxCodeDelivery
      mailboxResendAvailableAt
      barredBy {
        id
        name
      }
      authenticator {
        setupId
        secret
        otpauthUri
        expiresAt
      }
      sms {
        setupId
        phoneNumber
        expiresAt
        resendAvailableAt
        codeDelivery
      }
    }
    viewer {
      id
      email
      twoFactor {
        id
        isOn
        preferredMethod
        factors {
          id
          method
        }
      }
    }
  }
`)
