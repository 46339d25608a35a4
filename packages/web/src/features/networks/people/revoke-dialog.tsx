import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { LossDialog } from '../../../steps/loss-dialog'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useTexts } from '../../../texts/use-texts'
import { toast } from '../../../ui/toast'
import type { Invitation } from './people-documents'

const REVOKE_INVITATION = graphql(`
  mutation RevokeInvitation($input: InvitationInput!) {
    revokeInvitation(input: $input) {
      ... on InvitationRevoked {
        invitationId
      }
    }
  }
`)

const INVITE_AGAIN = graphql(`
  mutation InviteAgain($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ... on InvitationSent {
        email
      }
    }
  }
`)

type Props = { invitation: Invitation; onDone: () => void; onClose: () => void }

export function RevokeDialog({ invitation, onDone, onClose }: Props) {
  const t = useTexts('networks').invitations
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(REVOKE_INVITATION)
  const inviting = useAct(INVITE_AGAIN)
  // A new invitation: the link that was revoked stays dead.
  const inviteAgain = async () => {
    const { email, role } = invitation
    const answer = await inviting.run({ input: { networkId: network.id, email, role } })
    onDone()
    return answer?.__typename === 'InvitationSent' && t.resent({ email })
  }
  const revoke = async () => {
    const answer = await run({ input: { networkId: network.id, invitationId: invitation.id } })
    if (answer) onDone()
    if (answer?.__typename === 'InvitationInvalid') return t.answered
    if (answer?.__typename !== 'InvitationRevoked') return undefined
    toast(t.revoked({ email: invitation.email }), inviteAgain)
    onClose()
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.revokeTitle}
      consequence={t.revokeLine({ email: invitation.email })}
      button={t.revokeButton}
      keep={t.keep}
      act={revoke}
      onClose={onClose}
    />
  )
}
