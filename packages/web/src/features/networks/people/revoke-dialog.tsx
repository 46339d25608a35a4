import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { LossDialog } from '../../../steps/loss-dialog'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useChange } from '../../../steps/use-change'
import { useTexts } from '../../../texts/use-texts'
import { type Invitation, NETWORK_INVITATIONS } from './people-documents'

const REVOKE_INVITATION = graphql(`
  mutation RevokeInvitation($input: InvitationInput!) {
    revokeInvitation(input: $input) {
      __typename
    }
  }
`)

const INVITE_AGAIN = graphql(`
  mutation InviteAgain($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
    }
  }
`)

type Props = { invitation: Invitation; onClose: () => void }

export function RevokeDialog({ invitation, onClose }: Props) {
  const t = useTexts('networks').invitations
  const network = useOpenedNetwork()
  const { email, role } = invitation
  const refetch = [NETWORK_INVITATIONS]
  const { change, ...dialog } = useChange(REVOKE_INVITATION, {
    onClose,
    done: 'InvitationRevoked',
    refusalOf: ({ __typename }) => (__typename === 'InvitationInvalid' ? t.answered : undefined),
    refetch,
  })
  const inviting = useAct(INVITE_AGAIN, { refetch })
  // A new invitation: the link that was revoked stays dead.
  const inviteAgain = async () => {
    const answer = await inviting.run({ input: { networkId: network.id, email, role } })
    return answer?.__typename === 'InvitationSent' && t.resent({ email })
  }
  const input = { networkId: network.id, invitationId: invitation.id }
  return (
    <LossDialog
      {...dialog}
      title={t.revokeTitle}
      consequence={t.revokeLine({ email })}
      submitLabel={t.revokeButton}
      cancelLabel={t.keep}
      onSubmit={() => change({ input }, t.revoked({ email }), inviteAgain)}
    />
  )
}
