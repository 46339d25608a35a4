import { Link, useParams } from 'react-router'
import { Loading } from '../../api/loading'
import { PagedList, usePages } from '../../api/paged-list'
import { graphql } from '../../generated/gql'
import type { AppPeopleQuery } from '../../generated/graphql'
import { LossDialog } from '../../steps/loss-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Chip } from '../../ui/chip'
import { DialogButton } from '../../ui/dialog-button'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { Moment } from '../../ui/moment'
import { PageHeading } from '../../ui/page-heading'
import { Person } from '../../ui/person'
import { type Column, Table } from '../../ui/table'
import { APP_PEOPLE } from './apps-documents'

type ShownApp = NonNullable<NonNullable<AppPeopleQuery['network']>['app']>
export type AppPerson = ShownApp['people']['nodes'][number]

/** Who used one app, first and last, and who is signed in to it. */
export function AppPeoplePage() {
  const t = useTexts('apps')
  const { slug } = useOpenedNetwork()
  const { appId = '' } = useParams()
  const list = usePages(APP_PEOPLE, { slug, id: appId }, ({ network }) => network?.app?.people)
  const app = list.data?.network?.app
  return (
    <>
      <Link to={`/networks/${slug}/apps`} className="link inline-flex min-h-11 items-center gap-1">
        <Icon name="back" className="rtl:rotate-180" />
        {t.title}
      </Link>
      {app ? (
        <>
          <PageHeading>{t.people.title({ name: app.name })}</PageHeading>
          <p className="mt-1 mb-6 max-w-2xl text-muted">{t.people.line({ name: app.name })}</p>
          <PagedList list={list} none={null} more={t.people.more}>
            <People app={app} />
          </PagedList>
        </>
      ) : list.data ? (
        <PageHeading>{t.people.missing}</PageHeading>
      ) : (
        <Loading error={list.error} onRetry={list.refetch} lines={6} />
      )}
    </>
  )
}

function People({ app }: { app: ShownApp }) {
  const t = useTexts('apps').people
  const { membership } = useOpenedNetwork()
  if (app.people.nodes.length === 0)
    return (
      <EmptyState title={t.none({ name: app.name })}>
        <p>{t.noneLine}</p>
      </EmptyState>
    )
  const columns: Column<AppPerson>[] = [
    {
      key: 'person',
      title: t.person,
      isFlexible: true,
      phone: 'lead',
      cell: ({ name, email, role }) => <Person name={name} note={role ? undefined : t.left} meta={email} />,
    },
    { key: 'first', title: t.first, cell: ({ firstUsedAt }) => <Moment at={firstUsedAt} /> },
    { key: 'last', title: t.last, cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
    {
      key: 'access',
      title: t.access,
      cell: ({ isSignedIn }) =>
        isSignedIn ? <Chip tone="good">{t.signedIn}</Chip> : <span className="text-muted">{t.signedOut}</span>,
    },
    {
      key: 'act',
      title: t.act,
      isTitleHidden: true,
      phone: 'end',
      cell: (person) =>
        // An ADMIN does nothing to an OWNER.
        person.isSignedIn && (membership.role === 'OWNER' || person.role !== 'OWNER') ? (
          <DialogButton
            aria-label={t.endNamed({ person: person.name, app: app.name })}
            dialog={(close) => <EndAccessDialog app={app} person={person} onClose={close} />}
          >
            {t.end}
          </DialogButton>
        ) : null,
    },
  ]
  return (
    <Table
      caption={t.title({ name: app.name })}
      columns={columns}
      rows={app.people.nodes}
      keyOf={({ memberId }) => memberId}
    />
  )
}

const END_MEMBER_APP_SESSIONS = graphql(`
  mutation EndMemberAppSessions($appId: ID!, $memberId: ID!) {
    endMemberAppSessions(appId: $appId, memberId: $memberId)
  }
`)

type EndProps = { app: ShownApp; person: AppPerson; onClose: () => void }

/** Signs one person out of one app. */
function EndAccessDialog({ app, person, onClose }: EndProps) {
  const t = useTexts('apps').people.ending
  const names = { person: person.name, app: app.name }
  const { change, ...dialog } = useChange(END_MEMBER_APP_SESSIONS, { onClose, refetch: [APP_PEOPLE] })
  return (
    <LossDialog
      {...dialog}
      title={t.title(names)}
      consequence={t.consequence(names)}
      submitLabel={t.button({ person: person.name })}
      onSubmit={() => change({ appId: app.id, memberId: person.memberId }, t.done(names))}
    />
  )
}
