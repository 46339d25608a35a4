import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'

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
  const { change, ...dialog } = useChange(LEAVE_NETWORK, {
    onClose: () => navigate('/networks'),
    done: 'NetworkLeft',
    refusalOf: ({ __typename }) => (__typename === 'LastOwner' ? t.lastOwner : undefined),
  })
  const leave = async () => {
    if (!(await change({ networkId: network.id }, t.done({ network: network.name })))) return
    client.cache.evict({ id: client.cache.identify({ __typename: 'Network', id: network.id }) ?? '' })
  }
  return (
    <LossDialog
      {...dialog}
      title={t.title({ network: network.name })}
      consequence={t.consequence({ network: network.name })}
      submitLabel={t.button({ network: network.name })}
      cancelLabel={t.keep}
      onSubmit={leave}
      onClose={onClose}
    />
  )
}
