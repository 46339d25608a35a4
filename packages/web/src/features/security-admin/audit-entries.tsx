import { useQuery } from '@apollo/client/react'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { nextPage } from '../../api/next-page'
import type { AuditLogQuery } from '../../generated/graphql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useDeviceName } from '../../texts/use-device-name'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Moment } from '../../ui/moment'
import { Skeleton } from '../../ui/skeleton'
import { Table } from '../../ui/table'
import { AUDIT_LOG } from './security-documents'
import { useAuditEventText } from './use-audit-event-text'

type Entry = NonNullable<AuditLogQuery['network']>['security']['auditLog']['edges'][number]['node']

/** What a log is narrowed to; null or empty is everything. */
export type LogSearch = {
  types?: string[] | null
  /** Part of a name or address. */
  person?: string | null
  /** One member's id. */
  memberId?: string | null
  /** From this moment on. */
  from?: string | null
}

/** The entries of a network's log, newest first, one line each where there is room. */
export function AuditEntries({ search, empty }: { search: LogSearch; empty: string }) {
  const t = useTexts('security').audit
  const textOf = useAuditEventText()
  const deviceName = useDeviceName()
  const { entries, hasMore, isLoading, error, more, refetch } = useAuditLog(search)
  const who = ({ actor, actorKind }: Entry) =>
    actorKind === 'SYSTEM' ? t.system : actorKind === 'API_KEY' ? t.key({ name: actor }) : actor
  return (
    <>
      {error ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {entries?.length === 0 ? null : entries ? (
        <Table
          caption={t.title}
          rows={entries}
          keyOf={(entry) => entry.id}
          columns={[
            { key: 'when', title: t.columns.when, phone: 'end', cell: ({ at }) => <Moment at={at} /> },
            { key: 'who', title: t.columns.who, phone: 'lead', cell: who },
            {
              key: 'what',
              title: t.columns.what,
              isFlexible: true,
              phone: 'below',
              cell: (entry) => <span className="block py-1 whitespace-normal wrap-anywhere">{textOf(entry)}</span>,
            },
            {
              key: 'where',
              title: t.columns.where,
              from: 'lg',
              phone: 'hidden',
              cell: ({ device, address }) => (
                <span className="text-muted">
                  {[device && deviceName(device), address].filter(Boolean).join(' · ')}
                </span>
              ),
            },
          ]}
        />
      ) : error ? null : (
        <Skeleton lines={8} />
      )}
      <p role="status" className="py-2 text-muted">
        {entries?.length === 0 && !isLoading ? empty : null}
      </p>
      {hasMore ? (
        <Button isInert={isLoading} onClick={() => void more()}>
          {t.more}
        </Button>
      ) : null}
    </>
  )
}

function useAuditLog(search: LogSearch) {
  const { slug } = useOpenedNetwork()
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(AUDIT_LOG, {
    variables: { slug, ...search },
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
