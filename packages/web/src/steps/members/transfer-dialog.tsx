import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { LossDialog } from '../loss-dialog'
import { useOpenedNetwork } from '../opened-network'
import { useRefusals } from '../use-refusals'
import type { ManagedMember } from './managed-member'

const TRANSFER_OWNERSHIP = graphql(`
  mutation TransferOwnership($input: TransferOwnershipInput!) {
    transferOwnership(input: $input) {
      ... on OwnershipTransferred {
        network {
          id
        }
      }
      ...InvalidFields
    }
  }
`)

export function TransferDialog({ person, onClose }: { person: ManagedMember; onClose: () => void }) {
  const t = useTexts('networks').transfer
  const { textOf } = useRefusals()
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(TRANSFER_OWNERSHIP, { refetch: 'active' })
  const transfer = async () => {
    const answer = await run({ input: { networkId: network.id, membershipId: person.id } })
    if (answer?.__typename === 'InvalidInput') return textOf(answer)
    if (answer?.__typename !== 'OwnershipTransferred') return undefined
    toast(t.done({ name: person.name, network: network.name }))
    onClose()
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.title({ name: person.name, network: network.name })}
      consequence={t.consequence({ name: person.name })}
      button={t.button}
      keep={t.keep}
      act={transfer}
      onClose={onClose}
    />
  )
}
