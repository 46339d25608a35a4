import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { requireAdminOrScope } from '../../access/open-network.js'
import type { AuditPosition, AuditStore } from '../../audit/audit.store.js'
import { cursorOf, keysIn, PAGE_SIZES, pageOf, pageSizeOf } from '../../platform/graphql/page.js'
import { PageInfo } from '../../platform/graphql/page-info.types.js'
import { NetworkSecurity } from '../network-security.types.js'
import { auditFactsOf } from './audit-entry.js'
import { AuditEdge, AuditEntry, AuditLog } from './audit-log.types.js'

const MOST_TYPES = 50

@Resolver(() => NetworkSecurity)
export class AuditLogResolver {
  constructor(private readonly store: AuditStore) {}

  @FieldResolver(() => AuditLog, { description: 'What people, keys and the system did in this network, newest first.' })
  async auditLog(
    @Root() { open }: NetworkSecurity,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('types', () => [String], { nullable: true, description: 'Only these kinds of event; null: all.' })
    types: string[] | null,
  ): Promise<AuditLog> {
    requireAdminOrScope(open, 'audit:read')
    const size = pageSizeOf(first)
    const wanted = types?.slice(0, MOST_TYPES) ?? null
    const found = await this.store.ofNetwork(open.network._id, wanted, after ? positionOf(after) : null, size + 1)
    const { items, hasNextPage } = pageOf(found, size)
    const edges = items.map((item) =>
      AuditEdge.of({ cursor: cursorOf(item.at.toISOString(), item._id), node: AuditEntry.from(auditFactsOf(item)) }),
    )
    return AuditLog.of({ edges, pageInfo: PageInfo.of({ hasNextPage, endCursor: edges.at(-1)?.cursor ?? null }) })
  }
}

/** @returns null for a time that is none: the page begins at the top. @throws GraphQLError BAD_USER_INPUT */
function positionOf(cursor: string): AuditPosition | null {
  const [time = '', id = ''] = keysIn(cursor, 2)
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? null : { at, id }
}
