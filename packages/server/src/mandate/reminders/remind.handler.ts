import { inject } from '@needle-di/core'
import { isMissed } from '../../domain/mandate.js'
import { EventRelay } from '../../events/event-relay.js'
import { systemEventOf } from '../../events/network-event.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { RoundHandler, RoundMember } from '../rounds/round.types.js'
import { deadlinePassedTo, emailTo, mandatePropsOf, ofOtherMethod, RoundMail } from '../rounds/round-mail.js'
import { reminderHour } from '../rounds/rounds-for.js'

/** Sends scheduled reminders to members without 2FA who have this deadline. */
export class RemindHandler implements RoundHandler {
  constructor(
    private readonly mail = inject(RoundMail),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    const { deadline, before } = round
    if (!deadline || before === null || isMissed(before, deadline, this.clock.now())) return 0
    const props = { ...mandatePropsOf(network), deadline, timeZone: round.timeZone }
    const reminded = members.filter(({ standing }) => standing.kind === 'grace' && isSame(standing.deadline, deadline))
    return this.mail.put(
      reminded.map((member) =>
        emailTo(member, round._id, 'mandate-reminder', { ...props, ...ofOtherMethod(member, network) }, deadline),
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

/** Sends an Admin's reminder to members without 2FA, before or after the deadline. */
export class NudgeHandler implements RoundHandler {
  constructor(private readonly mail = inject(RoundMail)) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    const { activationId, joinedUntil: requestedAt, timeZone } = round
    const hour = reminderHour(activationId, requestedAt)
    return this.mail.putNew(members.flatMap((member) => nudge(member, hour, network, timeZone) ?? []))
  }
}

/** @returns null for a member who does not have to act */
export function nudge(member: RoundMember, name: string, network: NetworkDocument, timeZone: string) {
  const props = { ...mandatePropsOf(network), ...ofOtherMethod(member, network) }
  switch (member.standing.kind) {
    case 'grace': {
      const { deadline } = member.standing
      return emailTo(member, name, 'mandate-reminder', { ...props, deadline, timeZone }, deadline)
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
