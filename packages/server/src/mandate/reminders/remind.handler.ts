import { inject } from '@needle-di/core'
import { isMissed } from '../../domain/mandate.js'
import { systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastDocument, BroadcastHandler, BroadcastMember } from '../broadcasts/broadcast.model.js'
import {
  BroadcastMail,
  deadlinePassedTo,
  emailTo,
  mandatePropsOf,
  ofOtherMethod,
} from '../broadcasts/broadcast-mail.js'
import { reminderHour } from '../broadcasts/broadcasts-for.js'

/** Sends scheduled reminders to members without 2FA who have this deadline. */
export class RemindHandler implements BroadcastHandler {
  constructor(
    private readonly mail = inject(BroadcastMail),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const { deadline, before } = broadcast
    if (!deadline || before === null || isMissed(before, deadline, this.clock.now())) return 0
    const props = { ...mandatePropsOf(network), deadline, timeZone: broadcast.timeZone }
    const reminded = members.filter(({ standing }) => standing.kind === 'grace' && isSame(standing.deadline, deadline))
    return this.mail.put(
      reminded.map((member) =>
        emailTo(member, broadcast._id, 'mandate-reminder', { ...props, ...ofOtherMethod(member, network) }, deadline),
      ),
    )
  }

  async finish(broadcast: BroadcastDocument, network: NetworkDocument): Promise<void> {
    if (broadcast.reached === 0) return
    await this.relay.emit({
      type: 'mandate.reminded',
      activationId: broadcast.activationId,
      recipients: broadcast.reached,
      before: broadcast.before,
      ...systemEventOf(network, this.clock.now()),
      id: `${broadcast._id}:done`,
    })
  }
}

/** Sends an Admin's reminder to members without 2FA, before or after the deadline. */
export class NudgeHandler implements BroadcastHandler {
  constructor(private readonly mail = inject(BroadcastMail)) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const { activationId, joinedUntil: requestedAt, timeZone } = broadcast
    const hour = reminderHour(activationId, requestedAt)
    return this.mail.putNew(members.flatMap((member) => nudge(member, hour, network, timeZone) ?? []))
  }
}

/** @returns null for a member who does not have to act */
export function nudge(member: BroadcastMember, name: string, network: NetworkDocument, timeZone: string) {
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
