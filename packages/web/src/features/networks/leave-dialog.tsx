import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'

const LEAVE_NETWORK = graphql(`
  mutation LeaveNetwork($networkId: ID!) {
    leaveNetwork(networkId: $networkId) {
      ... on NetworkLeft {
        viewer {
          id
          memberships {
            ...MyNetworkFields
          }
        }
      }
    }
  }
`)

type Props = { network: { id: string; name: string }; onClose: () => void }

export function LeaveDialog({ network, onClose }: Props) {
  const t = useTexts('networks').leave
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, ...act } = useAct(LEAVE_NETWORK)
  const leave = async () => {
    const answer = await run({ networkId: network.id })
    if (answer?.__typename === 'LastOwner') return t.lastOwner
    if (answer?.__typename !== 'NetworkLeft') return undefined
    toast(t.done({ network: network.name }))
    navigate('/networks')
    client.cache.evict({ id: client.cache.identify({ __typename: 'Network', id: network.id }) ?? '' })
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.title({ network: network.name })}
      consequence={t.consequence({ network: network.name })}
      button={t.button({ network: network.name })}
      keep={t.keep}
      act={leave}
      onClose={onClose}
    />
  )
}
