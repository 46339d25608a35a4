import { inject } from '@needle-di/core'
import { Arg, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { requireAdminOrScope } from '../../access/access.service.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { DateTimeScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import { cursorOf, momentIn, PAGE_SIZES, pageOf, pageSizeOf, SETTLED_AFTER_MS } from '../../platform/graphql/page.js'
import { NetworkSecurity } from '../network-security.types.js'
import { MemberListingStore } from './member-listing.store.js'
import { Member } from './members.types.js'

@ObjectType({ description: 'The membership as it is now, or the fact that it has ended.' })
export class MemberChange extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  id!: string
  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left; null while they are a member.' })
  leftAt!: Date | null
  @Field(() => Member, { nullable: true, description: 'The member as they are now; null once they left.' })
  member!: Member | null
}

@ObjectType({ description: 'A change at a place in the listing.' })
export class MemberChangeEdge extends GraphqlObject {
  @Field(() => String, { description: 'The position of this change. Store it and pass it as `after` in the next run.' })
  cursor!: string
  @Field(() => MemberChange, { description: 'The change.' })
  node!: MemberChange
}

@ObjectType({ description: 'A page of changes, oldest first.' })
export class MemberChangeConnection extends GraphqlObject {
  @Field(() => [MemberChangeEdge], { description: 'The changes of this page; each membership once, as it is by now.' })
  edges!: MemberChangeEdge[]
  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo
}

@Resolver(() => NetworkSecurity)
export class MemberChangesResolver {
  constructor(
    private readonly store = inject(MemberListingStore),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => MemberChangeConnection, {
    description:
      'Every membership that changed, those that ended too, in a stable order: a nightly sync resumes at its last cursor. ' +
      'Changes of the last 5 seconds come with the next.',
  })
  async memberChanges(
    @Root() { open }: NetworkSecurity,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended; null: from the beginning.' })
    after: string | null,
  ): Promise<MemberChangeConnection> {
    requireAdminOrScope(open, 'members:read')
    const size = pageSizeOf(first)
    const now = this.clock.now()
    const until = new Date(now.getTime() - SETTLED_AFTER_MS)
    const found = await this.store.changes(open.network._id, after ? momentIn(after) : null, until, size + 1)
    const { items, hasNextPage } = pageOf(found, size)
    const edges = items.map((item) =>
      MemberChangeEdge.of({
        cursor: cursorOf(item.updatedAt.toISOString(), item._id),
        node: changeOf(item, open.network, now),
      }),
    )
    const endCursor = edges.at(-1)?.cursor ?? after ?? null
    return MemberChangeConnection.of({ edges, pageInfo: PageInfo.of({ hasNextPage, endCursor }) })
  }
}

function changeOf(membership: MembershipDocument, network: NetworkDocument, now: Date): MemberChange {
  const { _id: id, updatedAt, leftAt } = membership
  const member = memberOf(network, membership)
  return MemberChange.of({
    id,
    updatedAt,
    leftAt: member ? null : (leftAt ?? updatedAt),
    member: member && Member.from(member, network, now),
  })
}
