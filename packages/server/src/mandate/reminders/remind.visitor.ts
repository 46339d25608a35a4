import { isMissed } from '../../domain/mandate.js'
import type { EventRelay } from '../../events/event-relay.js'
import { systemEventOf } from '../../events/network-event.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { Visited, Visitor } from '../rounds/round.types.js'
import { deadlinePassedTo, letterTo, mandatePropsOf, ofOtherMethod, type RoundMail } from '../rounds/round-mail.js'
import { reminderHour } from '../rounds/rounds-for.js'

/** Reminds, by itself, whoever is still without it and whose own deadline it is. */
export class RemindVisitor implements Visitor {
  constructor(
    private readonly mail: RoundMail,
    private readonly relay: EventRelay,
    private readonly clock: Clock,
  ) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    const { deadline, before } = round
    if (!deadline || before === null || isMissed(before, deadline, this.clock.now())) return 0
    const props = { ...mandatePropsOf(network), deadline, timeZone: round.timeZone }
    const reminded = members.filter(({ standing }) => standing.kind === 'grace' && isSame(standing.deadline, deadline))
    return this.mail.put(
      reminded.map((member) =>
        letterTo(member, round._id, 'mandate-reminder', { ...props, ...ofOtherMethod(member, network) }, deadline),
      ),
    )
  }

  async finish(round: RoundDocument, network: NetworkDocument): Promise<void> {
    if (round.reached === 0) return
    await this.relay.emit({
      type: 'mandate.reminded',
      activationId: round.activationId,
      recipients: round.reached,
      before: round.before,
      ...systemEventOf(network, this.clock.now()),
      id: `${round._id}:done`,
    })
  }
}

/** Reminds whoever is still without it because an Admin asked for it: before the deadline and after it. */
export class NudgeVisitor implements Visitor {
  constructor(private readonly mail: RoundMail) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    const { activationId, joinedUntil: pressedAt, timeZone } = round
    const hour = reminderHour(activationId, pressedAt)
    return this.mail.putNew(members.flatMap((member) => nudge(member, hour, network, timeZone) ?? []))
  }
}

/** @returns null for whoever has nothing to do */
export function nudge(member: Visited, name: string, network: NetworkDocument, timeZone: string) {
  const props = { ...mandatePropsOf(network), ...ofOtherMethod(member, network) }
  switch (member.standing.kind) {
    case 'grace': {
      const { deadline } = member.standing
      return letterTo(member, name, 'mandate-reminder', { ...props, deadline, timeZone }, deadline)
    }
    case 'overdue':
      return deadlinePassedTo(member, name, network)
    case 'satisfied':
    case 'exempt-sso':
    case 'not-required':
      return null
  }
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime()
}
