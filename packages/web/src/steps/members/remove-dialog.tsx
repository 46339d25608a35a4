import { useApolloClient, useQuery } from '@apollo/client/react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { LossDialog } from '../loss-dialog'
import { useOpenedNetwork } from '../opened-network'
import { NETWORK_JOIN_LINK } from './join-link-documents'
import type { ManagedMember } from './managed-member'

const REMOVE_MEMBER = graphql(`
  mutation RemoveMember($input: MemberInput!) {
    removeMember(input: $input) {
      ... on MemberRemoved {
        memberId
      }
    }
  }
`)

export function RemoveDialog({ person, onClose }: { person: ManagedMember; onClose: () => void }) {
  const texts = useTexts('networks')
  const t = texts.remove
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(REMOVE_MEMBER)
  const { data } = useQuery(NETWORK_JOIN_LINK, { variables: { slug: network.slug } })
  const hasLink = Boolean(data?.network?.joinLink.createdAt)
  const remove = async () => {
    const answer = await run({ input: { networkId: network.id, memberId: person.id } })
    if (answer?.__typename === 'LastOwner') return texts.lastOwner
    if (answer?.__typename !== 'MemberRemoved') return undefined
    toast(t.done({ name: person.name }))
    onClose()
    client.cache.evict({ id: client.cache.identify({ __typename: 'Teammate', id: person.id }) ?? '' })
    if (hasLink) await client.refetchQueries({ include: [NETWORK_JOIN_LINK] })
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.title({ name: person.name })}
      consequence={t.consequence({ name: person.name, network: network.name })}
      alsoLost={hasLink ? t.linkOff : undefined}
      button={t.button({ name: person.name })}
      keep={t.keep}
      act={remove}
      onClose={onClose}
    />
  )
}
