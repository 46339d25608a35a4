import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { nextPage } from '../../api/next-page'
import { troubleOf } from '../../api/trouble'
import { TroubleCallout } from '../../api/trouble-callout'
import type { AuditLogQuery } from '../../generated/graphql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Select } from '../../ui/select'
import { Skeleton } from '../../ui/skeleton'
import { Table } from '../../ui/table'
import { type EventGroup, eventGroups } from './event-groups'
import { AUDIT_LOG } from './security-documents'
import { SecurityTabs } from './security-tabs'
import { useEventWords } from './use-event-words'

type Entry = NonNullable<AuditLogQuery['network']>['security']['auditLog']['edges'][number]['node']

/** What people, keys and the system did in this network. */
export function AuditLogPage() {
  const t = useTexts('security').audit
  const { id, slug } = useOpenedNetwork()
  const [group, setGroup] = useState<EventGroup | ''>('')
  const { entries, hasMore, isLoading, error, more, refetch } = useAuditLog(
    slug,
    group === '' ? null : [...eventGroups[group]],
  )
  return (
    <>
      <SecurityTabs />
      <p className="text-muted">{t.line}</p>
      <div className="my-4 flex flex-wrap items-end justify-between gap-4">
        <Select
          label={t.filter}
          value={group}
          options={[
            { value: '', label: t.all },
            { value: 'requirement', label: t.requirement },
            { value: 'people', label: t.people },
            { value: 'policy', label: t.policy },
            { value: 'sso', label: t.sso },
            { value: 'integrations', label: t.integrations },
          ]}
          onChange={(value) => setGroup(value as EventGroup | '')}
          className="w-60"
        />
        <a className="link inline-flex min-h-11 items-center" href={`/networks/${id}/audit.csv`} download>
          {t.download}
        </a>
      </div>
      {error ? <TroubleCallout trouble={troubleOf(error)} onRetry={() => void refetch()} /> : null}
      {entries ? <Entries entries={entries} /> : error ? null : <Skeleton lines={8} />}
      <p role="status" className="py-2 text-muted">
        {entries?.length === 0 ? t.empty : null}
      </p>
      {hasMore ? (
        <Button isInert={isLoading} onClick={() => void more()}>
          {t.more}
        </Button>
      ) : null}
    </>
  )
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const t = useTexts('security').audit
  const moments = useMoments()
  const wordsOf = useEventWords()
  const who = ({ actor, actorKind }: Entry) =>
    actorKind === 'SYSTEM' ? t.system : actorKind === 'API_KEY' ? t.key({ name: actor }) : actor
  return (
    <Table
      caption={t.title}
      rows={entries}
      keyOf={(entry) => entry.id}
      columns={[
        { key: 'when', title: t.columns.when, cell: ({ at }) => moments.full(at) },
        { key: 'who', title: t.columns.who, cell: who },
        { key: 'what', title: t.columns.what, cell: wordsOf },
        {
          key: 'where',
          title: t.columns.where,
          cell: ({ device, address }) => [device, address].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}

function useAuditLog(slug: string, types: string[] | null) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(AUDIT_LOG, {
    variables: { slug, types },
    fetchPolicy: 'cache-and-network',
  })
  const page = (data ?? previousData)?.network?.security.auditLog
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: nextPage((old, next) => {
        const edges = [...old.security.auditLog.edges, ...next.security.auditLog.edges]
        return { ...next, security: { ...next.security, auditLog: { ...next.security.auditLog, edges } } }
      }),
    })
  return {
    entries: page?.edges.map(({ node }) => node),
    hasMore: page?.pageInfo.hasNextPage ?? false,
    isLoading: loading,
    error,
    more,
    refetch,
  }
}
