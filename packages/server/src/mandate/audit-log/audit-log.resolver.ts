import { inject } from '@needle-di/core'
import { loadMessageTexts } from '@twinlock/shared/load-message-texts'
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { type OpenNetwork, requireAdminOrScope } from '../../access/access.service.js'
import { AuditStore } from '../../audit/audit.store.js'
import type { AuditEventDocument } from '../../audit/audit-event.model.js'
import { logSince } from '../../domain/log-retention.js'
import { Environment } from '../../environment.js'
import { Clock } from '../../platform/clock/clock.js'
import { DateTimeScalar, PageInfo } from '../../platform/graphql/common.types.js'
import {
  cursorOf,
  momentIn,
  PAGE_SIZES,
  type Page,
  pageOf,
  pageSizeOf,
  SETTLED_AFTER_MS,
} from '../../platform/graphql/page.js'
import { readerLocale } from '../../platform/http/request-locale.js'
import { NetworkSecurity } from '../network-security.types.js'
import { type AuditReader, auditFactsOf } from './audit-entry.js'
import { AuditEdge, AuditEntry, AuditLog, LONGEST_SEARCH, MOST_TYPES } from './audit-log.types.js'

@ArgsType()
class AuditLogArgs {
  @Field(() => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' })
  first!: number
  @Field(() => String, { nullable: true, description: 'The cursor at which the previous page ended.' })
  after?: string | null
  @Field(() => [String], { nullable: true, description: 'Only these kinds of event; null: all.' })
  types?: string[] | null
  @Field(() => String, {
    nullable: true,
    description: 'Only entries by someone whose name, or about someone whose address, has this in it.',
  })
  person?: string | null
  @Field(() => ID, { nullable: true, description: 'Only entries by this member or about them.' })
  memberId?: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries from this moment on.' })
  from?: Date | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries before this moment.' })
  until?: Date | null
}

@Resolver(() => NetworkSecurity)
export class AuditLogResolver {
  constructor(
    private readonly store = inject(AuditStore),
    private readonly clock = inject(Clock),
    private readonly environment = inject(Environment),
  ) {}

  @FieldResolver(() => AuditLog, { description: 'What people, keys and the system did in this network, newest first.' })
  async auditLog(
    @Root() { open }: NetworkSecurity,
    @Args(() => AuditLogArgs) { first, after, types, person, memberId, from, until }: AuditLogArgs,
  ): Promise<AuditLog> {
    requireAdminOrScope(open, 'audit:read')
    const size = pageSizeOf(first)
    const wanted = types?.slice(0, MOST_TYPES) ?? null
    const since = logSince(open.network.logDays, this.clock.now())
    const { _id } = open.network
    const place = after ? momentIn(after) : null
    const accountId = memberId?.startsWith(`${_id}:`) ? memberId.slice(_id.length + 1) : memberId
    const search = {
      accountId: accountId ?? null,
      person: person?.trim().slice(0, LONGEST_SEARCH) || null,
      from: from ?? null,
      until: until ?? null,
    }
    const found = await this.store.ofNetwork(_id, wanted, place, size + 1, since, search)
    return logOf(pageOf(found, size), ({ at }) => at, null, await this.readerOf(open))
  }

  @FieldResolver(() => AuditLog, {
    description:
      'The same entries, oldest first, in the order they were recorded: to keep a copy, continue from your last ' +
      'cursor. Entries of the last 5 seconds come with the next page.',
  })
  async auditStream(
    @Root() { open }: NetworkSecurity,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended; null: from the beginning.' })
    after: string | null,
  ): Promise<AuditLog> {
    requireAdminOrScope(open, 'audit:read')
    const size = pageSizeOf(first)
    const until = new Date(this.clock.now().getTime() - SETTLED_AFTER_MS)
    const since = logSince(open.network.logDays, this.clock.now())
    const place = after ? momentIn(after) : null
    const found = await this.store.streamOfNetwork(open.network._id, place, until, size + 1, since)
    return logOf(pageOf(found, size), ({ keptAt }) => keptAt, after, await this.readerOf(open))
  }

  private async readerOf({ by, caller, network }: OpenNetwork): Promise<AuditReader> {
    // What a system keeps stays in one language when Admins set another for the network.
    const locale = by === 'person' ? readerLocale(caller.account, network) : readerLocale()
    const { auditEvents } = await loadMessageTexts(locale)
    return { locale, texts: auditEvents, product: this.environment.productName }
  }
}

/** @param unmoved where the next page begins when this one is empty */
function logOf(
  { items, hasNextPage }: Page<AuditEventDocument>,
  orderedBy: (item: AuditEventDocument) => Date,
  unmoved: string | null,
  reader: AuditReader,
): AuditLog {
  const edges = items.map((item) =>
    AuditEdge.of({
      cursor: cursorOf(orderedBy(item).toISOString(), item._id),
      node: AuditEntry.from(auditFactsOf(item, reader)),
    }),
  )
  return AuditLog.of({ edges, pageInfo: PageInfo.of({ hasNextPage, endCursor: edges.at(-1)?.cursor ?? unmoved }) })
}
