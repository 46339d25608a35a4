import { inject } from '@needle-di/core'
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { requireAdminOrScope } from '../../access/access.service.js'
import { memberOf } from '../../memberships/membership.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { PageInfo } from '../../platform/graphql/common.types.js'
import { PAGE_SIZES, pageOf, pageSizeOf } from '../../platform/graphql/page.js'
import { CoverageService } from '../coverage/coverage.service.js'
import { NetworkSecurity } from '../network-security.types.js'
import { MemberListingStore } from './member-listing.store.js'
import { type MemberOrder, memberCursorOf, memberQuery, positionOf } from './member-query.js'
import {
  Member,
  MemberConnection,
  MemberEdge,
  MemberFilterInput,
  MemberOrderEnum,
  MemberWhereInput,
} from './members.types.js'

/** Counting what a filter finds stops here. */
const COUNTED = 10_000

@ArgsType()
class MembersArgs extends MemberFilterInput {
  @Field(() => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' })
  first!: number
  @Field(() => String, { nullable: true, description: 'The cursor at which the previous page ended.' })
  after?: string | null
  @Field(() => MemberWhereInput, { nullable: true, description: 'Only these; each condition narrows the others.' })
  where?: MemberWhereInput | null
  @Field(() => MemberOrderEnum, { defaultValue: 'STATUS', description: 'In which order.' })
  order!: MemberOrder
}

@Resolver(() => NetworkSecurity)
export class MembersListResolver {
  constructor(
    private readonly store = inject(MemberListingStore),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => MemberConnection, { description: 'The members with their standing, 50 per page by default.' })
  async members(
    @Root() { open }: NetworkSecurity,
    @Args(() => MembersArgs) { first, after, order, ...filter }: MembersArgs,
  ): Promise<MemberConnection> {
    requireAdminOrScope(open, 'members:read')
    const size = pageSizeOf(first)
    const now = this.clock.now()
    const { network } = open
    const position = after ? positionOf(order, after) : null
    const found = await this.store.page(memberQuery(network, filter, order, position, now), size + 1)
    const { items, hasNextPage } = pageOf(found, size)
    const edges = items.flatMap((item) => {
      const member = memberOf(network, item)
      return member
        ? [MemberEdge.of({ cursor: memberCursorOf(order, item), node: Member.from(member, network, now) })]
        : []
    })
    const endCursor = edges.at(-1)?.cursor ?? null
    return new MemberConnection(network, filter, edges, PageInfo.of({ hasNextPage, endCursor }))
  }
}

@Resolver(() => NetworkSecurity)
export class MemberResolver {
  constructor(
    private readonly store = inject(MemberListingStore),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => Member, {
    nullable: true,
    description: 'One member with their standing; null when nobody of this id is in the network.',
  })
  async member(
    @Root() { open }: NetworkSecurity,
    @Arg('id', () => ID, { description: "The membership's id." }) id: string,
  ): Promise<Member | null> {
    requireAdminOrScope(open, 'members:read')
    const { network } = open
    const [found] = id.startsWith(`${network._id}:`) ? await this.store.byIds([id]) : []
    const member = memberOf(network, found ?? null)
    return member ? Member.from(member, network, this.clock.now()) : null
  }
}

@Resolver(() => MemberConnection)
export class MemberCountResolver {
  constructor(
    private readonly store = inject(MemberListingStore),
    private readonly coverage = inject(CoverageService),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => Int, {
    description: 'From the coverage counters when unfiltered, else counted up to 10,000.',
  })
  async totalCount(@Root() { network, filter }: MemberConnection): Promise<number> {
    const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== null && value !== '')
    if (!isFiltered) return (await this.coverage.of(network)).total
    return this.store.count(memberQuery(network, filter, 'STATUS', null, this.clock.now()), COUNTED)
  }
}
