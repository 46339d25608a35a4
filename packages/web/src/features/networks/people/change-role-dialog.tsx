import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import type { Role } from '../../../generated/graphql'
import { FormDialog } from '../../../steps/form-dialog'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useTexts } from '../../../texts/use-texts'
import { Callout } from '../../../ui/callout'
import { toast } from '../../../ui/toast'
import type { Teammate } from './people-documents'
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

export function ChangeRoleDialog({ person, onClose }: { person: Teammate; onClose: () => void }) {
  const t = useTexts('networks')
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(CHANGE_ROLE)
  const [role, setRole] = useState(person.role)
  const [isLast, setLast] = useState(false)
  const setTo = async (to: Role): Promise<boolean> => {
    const answer = (await run({ input: { networkId: network.id, memberId: person.id, role: to } }))?.changeRole
    setLast(answer?.__typename === 'LastOwner')
    return answer?.__typename === 'RoleChanged'
  }
  const change = async () => {
    if (isBusy) return
    if (role === person.role) return onClose()
    if (!(await setTo(role))) return
    const { name, isViewer } = person
    // With another role of their own, the viewer may no longer do this.
    toast(t.changeRole.saved({ name, role: t.rolesInWords[role] }), isViewer ? null : () => setTo(person.role))
    onClose()
    if (person.isViewer) await client.refetchQueries({ include: 'active' })
  }
  return (
    <FormDialog
      title={t.changeRole.title({ name: person.name })}
      onClose={onClose}
      act={t.changeRole.button}
      onAct={() => void change()}
      isBusy={isBusy}
      trouble={trouble}
    >
      <RoleChoice label={t.people.role} chosen={role} onChoose={setRole} />
      {person.isViewer && role !== person.role ? <Callout tone="time">{t.changeRole.own}</Callout> : null}
      {isLast ? (
        <Callout tone="danger" isUrgent>
          {t.lastOwner}
        </Callout>
      ) : null}
    </FormDialog>
  )
}
