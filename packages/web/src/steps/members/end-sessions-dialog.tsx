import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { LossDialog } from '../loss-dialog'
import { useOpenedNetwork } from '../opened-network'
import type { ManagedMember } from './managed-member'

const END_MEMBER_SESSIONS = graphql(`
  mutation EndMemberSessions($membershipId: ID!) {
    endMemberSessions(membershipId: $membershipId)
  }
`)

export function EndSessionsDialog({ person, onClose }: { person: ManagedMember; onClose: () => void }) {
  const t = useTexts('networks').endSessions
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(END_MEMBER_SESSIONS)
  const end = async () => {
    if (!(await run({ membershipId: person.id }))) return undefined
    toast(t.done({ name: person.name }))
    onClose()
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.title({ name: person.name, network: network.name })}
      consequence={t.consequence({ name: person.name, network: network.name })}
      button={t.button({ name: person.name })}
      keep={t.keep}
      act={end}
      onClose={onClose}
    />
  )
}
