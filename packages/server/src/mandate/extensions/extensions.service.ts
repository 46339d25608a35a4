import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import type { OpenToPerson } from '../../access/access.service.js'
import { withMoreTime } from '../../domain/mandate.js'
import type { Mandate } from '../../domain/standing.js'
import type { NetworkEvent, Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastMember } from '../broadcasts/broadcast.model.js'
import { CoverageService } from '../coverage/coverage.service.js'
import { MandateStore } from '../mandate.store.js'
import { ChosenMembersService } from '../members/chosen-members.service.js'
import type { MemberFilter } from '../members/member-query.js'
import { ExtensionsStore } from './extensions.store.js'

export interface MoreTime {
  until: Date
  reason: string
  /** IANA zone of the Admin. */
  timeZone: string
}

export type ExtensionOutcome =
  | { kind: 'given'; network: NetworkDocument; members: number }
  | { kind: 'not-required' }
  | { kind: 'overtaken' }

/** More time for some members, or for all without 2FA: logged with the reason, and emailed to them. */
export class ExtensionsService {
  constructor(
    private readonly store = inject(ExtensionsStore),
    private readonly mandates = inject(MandateStore),
    private readonly chosen = inject(ChosenMembersService),
    private readonly coverage = inject(CoverageService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns each field that needs another value, with what it needs */
  problemsOf({ mandate }: NetworkDocument, { until, reason }: MoreTime, isForAll: boolean): Record<string, string> {
    const now = this.clock.now().getTime()
    const problems: Record<string, string> = {}
    if (!mandate) problems.networkId = 'Nothing is required here, so nobody needs more time.'
    if (until.getTime() <= now || until.getTime() > now + limits.extensionMax)
      problems.until = 'Choose a time within the next 30 days.'
    else if (isForAll && mandate && until <= mandate.deadline)
      problems.until = 'Choose a time after the present deadline.'
    if (!isVisible(reason)) problems.reason = 'Say why, for the audit log and the mail.'
    if (reason.length > limits.adminReasonLength)
      problems.reason = `Use at most ${limits.adminReasonLength} characters.`
    return problems
  }

  /**
   * The selected members who gain time: those without 2FA and with an earlier deadline.
   * @param whom ids, or a filter
   * @throws Interruption NOT_FOUND when one of them is not in this network
   */
  async give(
    open: OpenToPerson,
    whom: readonly string[] | MemberFilter,
    time: MoreTime,
    origin: Origin,
  ): Promise<ExtensionOutcome> {
    const { mandate } = open.network
    if (!mandate) return { kind: 'not-required' }
    let given = 0
    for await (const members of this.chosen.batches(open.network, whom, this.clock.now())) {
      for (const member of members.filter(({ standing }) => endsBefore(standing, time.until))) {
        const event = this.#eventOf(open, mandate, member, time, origin)
        if (!(await this.store.extend(member.membership, time.until, event.reason, event))) continue
        given += 1
        this.relay.dispatchSoon('memberships', member.membership._id)
      }
    }
    return { kind: 'given', network: open.network, members: given }
  }

  /** One write of the network: moves the deadline for all current members. */
  async giveAll(open: OpenToPerson, time: MoreTime, origin: Origin): Promise<ExtensionOutcome> {
    const { network } = open
    const { mandate } = network
    if (!mandate) return { kind: 'not-required' }
    const event = this.#eventOf(open, mandate, null, time, origin)
    const moved = { ...withMoreTime(mandate, time.until, event.at), timeZone: time.timeZone }
    const changed = await this.mandates.moveDeadline(network._id, mandate, moved, event)
    if (!changed) return { kind: 'overtaken' }
    this.relay.dispatchSoon('networks', network._id)
    const { without } = await this.coverage.of(changed)
    return { kind: 'given', network: changed, members: without }
  }

  #eventOf(
    { network, caller }: OpenToPerson,
    { activationId }: Mandate,
    member: BroadcastMember | null,
    { until, reason, timeZone }: MoreTime,
    origin: Origin,
  ): NetworkEvent & { type: 'member.extended' } {
    return {
      type: 'member.extended',
      accountId: member?.account._id ?? null,
      email: member?.account.email ?? null,
      until,
      reason: reason.trim(),
      activationId,
      timeZone,
      ...networkEventOf(network, caller.account, origin, this.clock.now()),
    }
  }
}

function endsBefore(standing: BroadcastMember['standing'], until: Date): boolean {
  if (standing.kind === 'grace') return standing.deadline < until
  return standing.kind === 'overdue'
}
