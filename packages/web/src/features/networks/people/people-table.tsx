import { isAdminRole } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { memberPage } from '../../../steps/members/managed-member'
import { useManagement } from '../../../steps/members/use-management'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Avatar } from '../../../ui/avatar'
import { Menu } from '../../../ui/menu'
import { type Column, Table } from '../../../ui/table'
import { LeaveDialog } from '../leave-dialog'
import type { Teammate } from './people-documents'
import { TwoLines } from './two-lines'

/** Who is in the network; for Admins, with the way to the page of each. */
export function PeopleTable({ people }: { people: readonly Teammate[] }) {
  const texts = useTexts('networks')
  const t = texts.people
  const moments = useMoments()
  const network = useOpenedNetwork()
  const isAdmin = isAdminRole(network.membership.role)
  const management = useManagement()
  const [isLeaving, setLeaving] = useState(false)
  const columns: Column<Teammate>[] = [
    {
      key: 'person',
      title: t.person,
      isFlexible: true,
      phone: 'lead',
      cell: ({ id, name, email, isViewer }) => (
        <span className="flex items-center gap-3">
          <Avatar name={name} />
          <span className="min-w-0">
            <TwoLines
              strong={name}
              to={isAdmin ? memberPage(network.slug, id) : undefined}
              note={isViewer ? t.you : undefined}
              meta={email}
            />
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
        const leave = { label: t.leave, isLoss: true, onSelect: () => setLeaving(true) }
        const items = [...management.itemsFor(person), ...(person.isViewer ? [leave] : [])]
        return items.length > 0 ? <Menu label={t.acts({ name: person.name })} items={items} /> : null
      },
    },
  ]
  if (people.length === 0) return null
  return (
    <>
      <Table caption={t.caption} columns={columns} rows={people} keyOf={({ id }) => id} />
      {management.dialog}
      {isLeaving ? <LeaveDialog network={network} onClose={() => setLeaving(false)} /> : null}
    </>
  )
}
