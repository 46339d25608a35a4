import { inject } from '@needle-di/core'
import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { type OpenNetwork, requireScope } from '../../access/access.service.js'
import { Network } from '../../access/network.types.js'
import { memberOf } from '../../memberships/membership.model.js'
import { Membership } from '../../memberships/membership.types.js'
import { PageInfo } from '../../platform/graphql/common.types.js'
import { cursorOf, keysIn, PAGE_SIZES, pageOf, pageSizeOf } from '../../platform/graphql/page.js'
import { DirectoryStore } from './directory.store.js'
import { Teammate, TeammateConnection } from './directory.types.js'

/** Who is here. A guest sees who runs the network, and nobody else. */
@Resolver(() => Network)
export class DirectoryResolver {
  constructor(private readonly store = inject(DirectoryStore)) {}

  @FieldResolver(() => TeammateConnection, {
    description:
      'The people here, by name; 1..200 at once. A guest sees the OWNERs and ADMINs only; an API key needs members:read.',
  })
  async people(
    @Root() { open }: Network,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor at which the previous page ended.' }) after:
      | string
      | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'A prefix of the email address, or of any part of the name.',
    })
    search: string | null,
  ): Promise<TeammateConnection> {
    if (open.by === 'key') requireScope(open.caller, 'members:read')
    const size = pageSizeOf(first)
    const [nameKey = '', id = ''] = after ? keysIn(after, 2) : []
    const found = await this.store.page(open.network, {
      search: search ?? '',
      adminsOnly: isGuest(open),
      after: after ? { nameKey, id } : null,
      limit: size + 1,
    })
    const { items, hasNextPage } = pageOf(found, size)
    const last = items.at(-1)
    const viewerId = open.by === 'person' ? open.caller.account._id : null
    const members = items.flatMap((membership) => memberOf(open.network, membership) ?? [])
    return TeammateConnection.of({
      nodes: members.map((member) => Teammate.from(member, viewerId)),
      pageInfo: PageInfo.of({ hasNextPage, endCursor: last ? cursorOf(last.nameKey, last._id) : null }),
    })
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many people are here, counted up to 1,000. Null for a guest.',
  })
  async peopleCount(@Root() { open }: Network): Promise<number | null> {
    if (open.by === 'key') requireScope(open.caller, 'members:read')
    return isGuest(open) ? null : this.store.count(open.network._id)
  }

  @FieldResolver(() => Membership, { nullable: true, description: "The viewer's own place here; null for an API key." })
  membership(@Root() { open }: Network): Membership | null {
    return open.by === 'person' ? Membership.from(open) : null
  }
}

function isGuest(open: OpenNetwork): boolean {
  return open.by === 'person' && open.membership.role === 'GUEST'
}
