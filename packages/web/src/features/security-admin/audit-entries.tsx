import { type AuditEventFacts, auditEventText } from '@twinlock/shared/audit-event-text'
import { PagedList, usePages } from '../../api/paged-list'
import type { AuditLogQuery } from '../../generated/graphql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useDeviceName } from '../../texts/use-device-name'
import { useLanguage, useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Moment } from '../../ui/moment'
import { Table } from '../../ui/table'
import { AUDIT_LOG } from './security-documents'

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
  const { slug } = useOpenedNetwork()
  const list = usePages(AUDIT_LOG, { slug, ...search }, ({ network }) => network?.security.auditLog)
  const entries = list.page?.edges.map(({ node }) => node) ?? []
  const who = ({ actor, actorKind }: Entry) =>
    actorKind === 'SYSTEM' ? t.system : actorKind === 'API_KEY' ? t.key({ name: actor }) : actor
  return (
    <PagedList list={list} none={entries.length === 0 ? empty : null} more={t.more}>
      {entries.length === 0 ? null : (
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
      )}
    </PagedList>
  )
}

/**
 * What happened, in the reader's language and time zone. A type that this page does not know yet keeps the server's
 * sentence.
 */
function useAuditEventText(): (entry: AuditEventFacts & { words: string }) => string {
  const texts = useTexts('auditEvents')
  const locale = useLanguage()
  const { plain: moment } = useMoments()
  return (entry) => auditEventText(entry, { locale, texts, moment }) ?? entry.words
}
