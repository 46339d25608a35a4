import { isAdminRole } from '@twinlock/shared/vocabulary'
import { useDeferredValue, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { PagedList, usePages } from '../../../api/paged-list'
import { useManagement } from '../../../steps/members/use-management'
import { memberPage, useOpenedNetwork } from '../../../steps/opened-network'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Button } from '../../../ui/button'
import { Menu } from '../../../ui/menu'
import { PageHeading } from '../../../ui/page-heading'
import { Person } from '../../../ui/person'
import { SearchField } from '../../../ui/search-field'
import { type Column, Table } from '../../../ui/table'
import { LeaveDialog } from '../leave-dialog'
import { InvitationsSection } from './invitations-section'
import { InviteDialog } from './invite-dialog'
import { JoinLinkSection } from './join-link-section'
import { NETWORK_PEOPLE, type Teammate } from './people-documents'

/** For Admins who has been invited and not answered yet, which is what they can act on; then who is in the network. */
export function PeoplePage() {
  const t = useTexts('networks')
  const network = useOpenedNetwork()
  const isAdmin = isAdminRole(network.membership.role)
  const [isInviting, setInviting] = useInviting()
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <PageHeading>{t.people.title}</PageHeading>
        {isAdmin ? (
          <Button kind="primary" onClick={() => setInviting(true)}>
            {t.invite.button}
          </Button>
        ) : null}
      </div>
      {network.membership.role === 'GUEST' ? (
        <p className="mt-1 text-muted">{t.home.guest({ network: network.name })}</p>
      ) : null}
      {isAdmin ? <JoinLinkSection /> : null}
      {isAdmin ? <InvitationsSection /> : null}
      <FoundPeople />
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  )
}

function FoundPeople() {
  const t = useTexts('networks').people
  const { slug } = useOpenedNetwork()
  const [search, setSearch] = useState('')
  const wanted = useAfterPause(useDeferredValue(search.trim()))
  const list = usePages(NETWORK_PEOPLE, { slug, search: wanted }, ({ network }) => network?.people)
  const people = list.page?.nodes ?? []
  return (
    <div className="mt-6 space-y-4">
      <SearchField label={t.search} className="max-w-md" value={search} onChange={setSearch} />
      <PagedList list={list} none={people.length === 0 ? t.none({ search: wanted }) : null} more={t.more}>
        <PeopleTable people={people} />
      </PagedList>
    </div>
  )
}

const TYPING_PAUSE = 250

function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** The dialog has an address of its own, so that other pages can lead to it. */
function useInviting(): [boolean, (isInviting: boolean) => void] {
  const { hash } = useLocation()
  const navigate = useNavigate()
  return [hash === '#invite', (isInviting) => navigate({ hash: isInviting ? 'invite' : '' }, { replace: true })]
}

/** Who is in the network; for Admins, with the way to the page of each. */
function PeopleTable({ people }: { people: readonly Teammate[] }) {
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
        <Person
          name={name}
          to={isAdmin ? memberPage(network.slug, id) : undefined}
          note={isViewer ? t.you : undefined}
          meta={email}
        />
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
