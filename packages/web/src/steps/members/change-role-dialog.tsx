import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { Role } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { Callout } from '../../ui/callout'
import { toast } from '../../ui/toast'
import { FormDialog } from '../form-dialog'
import { useOpenedNetwork } from '../opened-network'
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
