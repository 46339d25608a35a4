import { graphql } from '../../../generated/gql'
import type { PreviewInvitationMutation } from '../../../generated/graphql'

export const PREVIEW_INVITATION = graphql(`
  mutation PreviewInvitation($token: String!) {
    invitationPreview(token: $token) {
      ... on InvitationPreview {
        networkName
        locale
        inviterName
        role
        sentTo
        isTwoFactorRequired
        isForViewer
        expiresAt
      }
      ... on JoinLinkPreview {
        networkName
        locale
        role
        domains
        isTwoFactorRequired
        isForViewer
      }
    }
  }
`)

export const WHO_AM_I = graphql(`
  query WhoAmI {
    viewer {
      id
      email
    }
  }
`)

export const ACCEPT_INVITATION = graphql(`
  mutation AcceptInvitation($token: String!) {
    acceptInvitation(token: $token) {
      ... on InvitationAccepted {
        membership {
          ...MyNetworkFields
        }
      }
    }
  }
`)

export type InvitationAnswer = PreviewInvitationMutation['invitationPreview']
/** Of an invitation to one address, or of the link of a network. */
export type InvitationPreview = Extract<InvitationAnswer, { __typename: 'InvitationPreview' | 'JoinLinkPreview' }>
