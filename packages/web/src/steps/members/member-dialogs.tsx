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
import { useRefusals } from '../use-refusals'
import { NETWORK_JOIN_LINK } from './join-link-documents'
import type { ManagedMember } from './managed-member'
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

export function ChangeRoleDialog({ person, onClose }: { person: ManagedMember; onClose: () => void }) {
  const t = useTexts('networks')
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(CHANGE_ROLE)
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
      {...act}
      title={t.changeRole.title({ name: person.name })}
      onClose={onClose}
      act={t.changeRole.button}
      onAct={() => void change()}
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
