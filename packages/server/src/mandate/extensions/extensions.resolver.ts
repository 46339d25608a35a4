import { inject } from '@needle-di/core'
import { HOUR } from '@twinlock/shared/durations'
import { Arg, Ctx, createUnionType, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { CHOSEN_AT_ONCE } from '../members/chosen-members.service.js'
import { MemberFilterInput } from '../members/members.types.js'
import { NetworkSecurity } from '../network-security.types.js'
import { ExtensionsService, type MoreTime } from './extensions.service.js'

@InputType({ description: 'The members, the new deadline, and the reason.' })
export class GiveMoreTimeInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => [ID], { nullable: true, description: 'Up to 200 members; null for every member without a method.' })
  memberIds?: string[] | null
  @Field(() => MemberFilterInput, {
    nullable: true,
    description: 'Instead of `memberIds`: everyone whom the listing of members finds by it.',
  })
  filter?: MemberFilterInput | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then, within the next 30 days.' })
  until?: Date | null
  @Field(() => Int, { nullable: true, description: 'The same in hours from now, when `until` is not given.' })
  hours?: number | null
  @Field(() => String, { description: 'The reason. The members receive it, and the audit log records it.' })
  reason!: string
  @Field(() => String, { nullable: true, description: 'IANA time zone of the Admin, for the mail.' })
  timeZone?: string | null
}

@ObjectType({ description: 'The members were given more time.' })
export class MoreTimeGiven extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
  @Field(() => Int, { description: 'The number of members who have more time than before; each is notified by email.' })
  members!: number
}

export const GiveMoreTimeResult = createUnionType({
  name: 'GiveMoreTimeResult',
  description: 'What became of giving more time.',
  types: () => [MoreTimeGiven, InvalidInput] as const,
})

@Resolver()
export class ExtensionsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly extensions = inject(ExtensionsService),
    private readonly clock = inject(Clock),
  ) {}

  @Mutation(() => GiveMoreTimeResult, {
    description:
      'Admins only. Gives up to 30 more days to some members, to those whom a filter finds, or to every member without a method. Needs fresh evidence; recorded with its reason.',
  })
  async giveMoreTime(
    @Arg('input', () => GiveMoreTimeInput) input: GiveMoreTimeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof GiveMoreTimeResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), input.networkId)
    const memberIds = input.memberIds ?? null
    const whom = memberIds ?? input.filter ?? null
    const time = this.#timeOf(input)
    const problems = {
      ...this.extensions.problemsOf(open.network, time, whom === null),
      ...(memberIds && memberIds.length > CHOSEN_AT_ONCE
        ? { memberIds: `Choose up to ${CHOSEN_AT_ONCE} at once.` }
        : {}),
      ...(memberIds && input.filter ? { filter: 'Give `memberIds` or `filter`, not both.' } : {}),
    }
    if (Object.keys(problems).length > 0) return InvalidInput.because(problems)
    await context.requireFreshSession(open.network)
    const outcome = whom
      ? await this.extensions.give(open, whom, time, context.origin)
      : await this.extensions.giveAll(open, time, context.origin)
    switch (outcome.kind) {
      case 'given': {
        const security = new NetworkSecurity({ ...open, network: outcome.network })
        return MoreTimeGiven.of({ security, members: outcome.members })
      }
      case 'not-required':
      case 'overtaken':
        return InvalidInput.overtaken()
    }
  }

  #timeOf({ until, hours, reason, timeZone }: GiveMoreTimeInput): MoreTime {
    const end = until ?? new Date(this.clock.now().getTime() + (hours ?? 0) * HOUR)
    return { until: end, reason, timeZone: zoneOrUtc(timeZone) }
  }
}
