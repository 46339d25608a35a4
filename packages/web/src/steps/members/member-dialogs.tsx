import { useApolloClient, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { Role } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { Callout } from '../../ui/callout'
import { toast } from '../../ui/toast'
import { FormDialog } from '../form-dialog'
import { LossDialog } from '../loss-dialog'
import { useOpenedNetwork } from '../opened-network'
import { useChange } from '../use-change'
import { NETWORK_JOIN_LINK } from './join-link-documents'
import { RoleChoice } from './role-choice'

const CHANGE_ROLE = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) {
    changeRole(input: $input) {
      ... on RoleChanged {
        member {
          ...TeammateFields
        }
      }
    }
  }
`)

/** A member as far as it takes to manage the membership. */
export type ManagedMember = { id: string; name: string; role: Role; isViewer: boolean }
type Props = { person: ManagedMember; onClose: () => void }

export function ChangeRoleDialog({ person, onClose }: Props) {
  const t = useTexts('networks')
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, ...mutation } = useAct(CHANGE_ROLE)
  const [role, setRole] = useState(person.role)
  const [isLast, setLast] = useState(false)
  const setTo = async (to: Role): Promise<boolean> => {
    const answer = await run({ input: { networkId: network.id, memberId: person.id, role: to } })
    setLast(answer?.__typename === 'LastOwner')
    if (answer?.__typename !== 'RoleChanged') return false
    // The same person as the Security page lists them.
    const id = client.cache.identify({ __typename: 'Member', id: person.id }) ?? ''
    client.cache.modify({ id, fields: { role: () => to } })
    return true
  }
  const change = async () => {
    if (role === person.role) return onClose()
    if (!(await setTo(role))) return
    const { name, isViewer } = person
    // With another role of their own, the viewer may no longer do this.
    toast(t.changeRole.saved({ name, role: t.rolesInSentence[role] }), isViewer ? null : () => setTo(person.role))
    onClose()
    if (person.isViewer) await client.refetchQueries({ include: 'active' })
  }
  return (
    <FormDialog
      {...mutation}
      title={t.changeRole.title({ name: person.name })}
      onClose={onClose}
      submitLabel={t.changeRole.button}
      onSubmit={() => void change()}
    >
      <RoleChoice label={t.people.role} chosen={role} onChoose={setRole} />
      {person.isViewer && role !== person.role ? <Callout tone="time">{t.changeRole.own}</Callout> : null}
      <Callout tone="danger" isUrgent>
        {isLast ? t.lastOwner : null}
      </Callout>
    </FormDialog>
  )
}

const END_MEMBER_SESSIONS = graphql(`
  mutation EndMemberSessions($membershipId: ID!) {
    endMemberSessions(membershipId: $membershipId)
  }
`)

export function EndSessionsDialog({ person: { id, name }, onClose }: Props) {
  const t = useTexts('networks').endSessions
  const { name: network } = useOpenedNetwork()
  const { change, ...dialog } = useChange(END_MEMBER_SESSIONS, { onClose })
  return (
    <LossDialog
      {...dialog}
      title={t.title({ name, network })}
      consequence={t.consequence({ name, network })}
      submitLabel={t.button({ name })}
      onSubmit={() => change({ membershipId: id }, t.done({ name }))}
    />
  )
}

const REMOVE_MEMBER = graphql(`
  mutation RemoveMember($input: MemberInput!) {
    removeMember(input: $input) {
      __typename
    }
  }
`)

export function RemoveDialog({ person: { id, name }, onClose }: Props) {
  const texts = useTexts('networks')
  const t = texts.remove
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { data } = useQuery(NETWORK_JOIN_LINK, { variables: { slug: network.slug } })
  const hasLink = Boolean(data?.network?.joinLink.createdAt)
  const { change, ...dialog } = useChange(REMOVE_MEMBER, {
    onClose,
    done: 'MemberRemoved',
    refusalOf: ({ __typename }) => (__typename === 'LastOwner' ? texts.lastOwner : undefined),
    ...(hasLink ? { refetch: [NETWORK_JOIN_LINK] } : {}),
  })
  const remove = async () => {
    if (!(await change({ input: { networkId: network.id, memberId: id } }, t.done({ name })))) return
    client.cache.evict({ id: client.cache.identify({ __typename: 'Teammate', id }) ?? '' })
  }
  return (
    <LossDialog
      {...dialog}
      title={t.title({ name })}
      consequence={t.consequence({ name, network: network.name })}
      alsoLost={hasLink ? t.linkOff : undefined}
      submitLabel={t.button({ name })}
      cancelLabel={t.keep}
      onSubmit={remove}
    />
  )
}

const TRANSFER_OWNERSHIP = graphql(`
  mutation TransferOwnership($input: TransferOwnershipInput!) {
    transferOwnership(input: $input) {
      ...InvalidFields
    }
  }
`)

export function TransferDialog({ person: { id, name }, onClose }: Props) {
  const t = useTexts('networks').transfer
  const network = useOpenedNetwork()
  const { change, ...dialog } = useChange(TRANSFER_OWNERSHIP, {
    onClose,
    done: 'OwnershipTransferred',
    refetch: 'active',
  })
  const input = { networkId: network.id, membershipId: id }
  return (
    <LossDialog
      {...dialog}
      title={t.title({ name, network: network.name })}
      consequence={t.consequence({ name })}
      submitLabel={t.button}
      onSubmit={() => change({ input }, t.done({ name, network: network.name }))}
    />
  )
}
