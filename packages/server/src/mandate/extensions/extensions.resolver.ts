import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { CHOSEN_AT_ONCE } from '../members/chosen-members.service.js'
import { NetworkSecurity } from '../network-security.types.js'
import { ExtensionsService, type MoreTime } from './extensions.service.js'
import { GiveMoreTimeInput, GiveMoreTimeResult, MoreTimeGiven } from './extensions.types.js'

const HOUR = 3_600_000

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
        return InvalidInput.because({ until: 'Another Admin changed it a moment ago. Check it, then decide again.' })
    }
  }

  #timeOf({ until, hours, reason, timeZone }: GiveMoreTimeInput): MoreTime {
    const end = until ?? new Date(this.clock.now().getTime() + (hours ?? 0) * HOUR)
    return { until: end, reason, timeZone: zoneOrUtc(timeZone) }
  }
}
