import { isAdminRole } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Avatar } from '../../../ui/avatar'
import { Menu } from '../../../ui/menu'
import { type Column, Table } from '../../../ui/table'
import { LeaveDialog } from '../leave-dialog'
import { ChangeRoleDialog } from './change-role-dialog'
import { EndSessionsDialog } from './end-sessions-dialog'
import type { Teammate } from './people-documents'
import { RemoveDialog } from './remove-dialog'
import { TransferDialog } from './transfer-dialog'
import { TwoLines } from './two-lines'

type Doing = { what: 'change' | 'signOut' | 'transfer' | 'remove' | 'leave'; person: Teammate }

export function PeopleTable({ people }: { people: readonly Teammate[] }) {
  const texts = useTexts('networks')
  const t = texts.people
  const moments = useMoments()
  const network = useOpenedNetwork()
  const itemsFor = useItems()
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  const columns: Column<Teammate>[] = [
    {
      key: 'person',
      title: t.person,
      isFlexible: true,
      phone: 'lead',
      cell: ({ name, email, isViewer }) => (
        <span className="flex items-center gap-3">
          <Avatar name={name} />
          <span className="min-w-0">
            <TwoLines strong={name} note={isViewer ? t.you : undefined} meta={email} />
          </span>
        </span>
      ),
    },
    { key: 'role', title: t.role, phone: 'inline', cell: (person) => texts.roles[person.role] },
    { key: 'joined', title: t.joined, phone: 'hidden', cell: (person) => moments.day(person.joinedAt) },
    {
      key: 'act',
      title: t.act,
      isTitleHidden: true,
      phone: 'end',
      cell: (person) => {
        const items = itemsFor(person, (what) => setDoing({ what, person }))
        return items.length > 0 ? <Menu label={t.acts({ name: person.name })} items={items} /> : null
      },
    },
  ]
  if (people.length === 0) return null
  return (
    <>
      <Table caption={t.caption} columns={columns} rows={people} keyOf={({ id }) => id} />
      {doing?.what === 'change' ? <ChangeRoleDialog person={doing.person} onClose={stop} /> : null}
      {doing?.what === 'signOut' ? <EndSessionsDialog person={doing.person} onClose={stop} /> : null}
      {doing?.what === 'transfer' ? <TransferDialog person={doing.person} onClose={stop} /> : null}
      {doing?.what === 'remove' ? <RemoveDialog person={doing.person} onClose={stop} /> : null}
      {doing?.what === 'leave' ? <LeaveDialog network={network} onClose={stop} /> : null}
    </>
  )
}

/** What may be done with a member: an ADMIN does nothing to an OWNER; every member may leave. */
function useItems(): (
  person: Teammate,
  onAct: (what: Doing['what']) => void,
) => { label: string; onSelect: () => void }[] {
  const t = useTexts('networks').people
  const { membership } = useOpenedNetwork()
  return (person, onAct) => {
    const mayManage = membership.role === 'OWNER' || (isAdminRole(membership.role) && person.role !== 'OWNER')
    const act = (what: Doing['what']) => ({ label: t[what], onSelect: () => onAct(what) })
    if (person.isViewer) return [...(mayManage ? [act('change')] : []), act('leave')]
    if (!mayManage) return []
    const mayTransfer = membership.role === 'OWNER' && person.role !== 'OWNER' && person.role !== 'GUEST'
    return [act('change'), act('signOut'), ...(mayTransfer ? [act('transfer')] : []), act('remove')]
  }
}
