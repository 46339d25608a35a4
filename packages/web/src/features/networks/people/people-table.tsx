import { isAdminRole } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Icon } from '../../../ui/icon'
import { Menu } from '../../../ui/menu'
import { type Column, Table } from '../../../ui/table'
import { LeaveDialog } from '../leave-dialog'
import { useNetwork } from '../network-layout'
import { ChangeRoleDialog } from './change-role-dialog'
import type { Teammate } from './people-documents'
import { RemoveDialog } from './remove-dialog'

type Doing = { what: 'change' | 'remove' | 'leave'; person: Teammate }

export function PeopleTable({ people }: { people: readonly Teammate[] }) {
  const texts = useTexts('networks')
  const t = texts.people
  const moments = useMoments()
  const network = useNetwork()
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  const columns: Column<Teammate>[] = [
    { key: 'person', title: t.person, cell: (person) => <Named person={person} /> },
    { key: 'role', title: t.role, cell: (person) => texts.roles[person.role] },
    { key: 'joined', title: t.joined, cell: (person) => moments.day(person.joinedAt) },
    {
      key: 'act',
      title: t.act,
      cell: (person) => <Acts person={person} onAct={(what) => setDoing({ what, person })} />,
    },
  ]
  if (people.length === 0) return null
  return (
    <>
      <Table caption={t.caption} columns={columns} rows={people} keyOf={({ id }) => id} />
      {doing?.what === 'change' ? <ChangeRoleDialog person={doing.person} onClose={stop} /> : null}
      {doing?.what === 'remove' ? <RemoveDialog person={doing.person} onClose={stop} /> : null}
      {doing?.what === 'leave' ? <LeaveDialog network={network} onClose={stop} /> : null}
    </>
  )
}

function Named({ person }: { person: Teammate }) {
  const t = useTexts('networks').people
  return (
    <>
      <span className="block font-semibold">
        {person.name}
        {person.isViewer ? <span className="font-normal text-muted"> ({t.you})</span> : null}
      </span>
      <span className="block break-all text-meta text-muted">{person.email}</span>
    </>
  )
}

/** An ADMIN does nothing to an OWNER; everybody may leave. */
function Acts({ person, onAct }: { person: Teammate; onAct: (what: Doing['what']) => void }) {
  const t = useTexts('networks').people
  const { membership } = useNetwork()
  const mayManage = membership.role === 'OWNER' || (isAdminRole(membership.role) && person.role !== 'OWNER')
  const items = [
    ...(mayManage ? [{ label: t.change, onSelect: () => onAct('change') }] : []),
    ...(person.isViewer
      ? [{ label: t.leave, onSelect: () => onAct('leave') }]
      : mayManage
        ? [{ label: t.remove, onSelect: () => onAct('remove') }]
        : []),
  ]
  if (items.length === 0) return null
  return <Menu label={t.acts(person.name)} trigger={<Icon name="more" />} items={items} />
}
