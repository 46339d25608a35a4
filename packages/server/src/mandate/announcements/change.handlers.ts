import { inject } from '@needle-di/core'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { MessageProps } from '../../notifications/message-props.types.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastDocument, BroadcastHandler, BroadcastMember } from '../broadcasts/broadcast.model.js'
import { BroadcastMail, emailTo, propsOf } from '../broadcasts/broadcast-mail.js'
import type { settingOf } from '../broadcasts/broadcasts-for.js'

/** Notifies all members that 2FA is no longer mandatory. */
export class WithdrawHandler implements BroadcastHandler {
  constructor(private readonly mail = inject(BroadcastMail)) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const props = propsOf(broadcast, network)
    return this.mail.put(members.map((member) => emailTo(member, broadcast._id, 'mandate-deactivated', props)))
  }
}

/** Notifies members without 2FA that they have more time. */
export class ExtendHandler implements BroadcastHandler {
  constructor(private readonly mail = inject(BroadcastMail)) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const props = { ...propsOf(broadcast, network), timeZone: broadcast.timeZone, reason: broadcast.reason ?? '' }
    return this.mail.put(
      members.flatMap((member) =>
        member.standing.kind === 'grace'
          ? [emailTo(member, broadcast._id, 'mandate-extended', { ...props, deadline: member.standing.deadline })]
          : [],
      ),
    )
  }
}

/** Notifies members who only have methods that will no longer be accepted. */
export class MethodsHandler implements BroadcastHandler {
  constructor(private readonly mail = inject(BroadcastMail)) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const props = {
      ...propsOf(broadcast, network),
      timeZone: broadcast.timeZone,
      allowedMethods: network.acceptedMethods,
    }
    return this.mail.put(
      members.flatMap((member) =>
        member.standing.kind === 'grace' && member.membership.methods.length > 0
          ? [
              emailTo(member, broadcast._id, 'mandate-methods-changing', {
                ...props,
                deadline: member.standing.deadline,
              }),
            ]
          : [],
      ),
    )
  }
}

/** Notifies all members that a setting will be stricter, and when; no one if the change was reverted. */
export class SettingsHandler implements BroadcastHandler {
  constructor(
    private readonly mail = inject(BroadcastMail),
    private readonly clock = inject(Clock),
  ) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const { deadline, change } = comingChange(broadcast, network)
    if (!deadline || this.clock.now() >= deadline) return 0
    const props = { ...propsOf(broadcast, network), timeZone: broadcast.timeZone, deadline, change }
    return this.mail.put(members.map((member) => emailTo(member, broadcast._id, 'mandate-setting-changing', props)))
  }
}

/** The setting that the broadcast is about, as it will be, and from when on; no deadline where it was taken back. */
function comingChange(
  { _id }: BroadcastDocument,
  network: NetworkDocument,
): { deadline: Date | undefined; change: MessageProps['mandate-setting-changing']['change'] } {
  const isOf = (setting: (typeof settingOf)[keyof typeof settingOf]) => _id.startsWith(`settings:${setting}:`)
  if (isOf('devices'))
    return {
      deadline: network.earlierTrustedDeviceDays?.until,
      change: { of: 'devices', days: network.trustedDeviceDays },
    }
  if (isOf('passkeys')) return { deadline: network.earlierPasskeySignIn?.until, change: { of: 'passkeys' } }
  const { hours = 0, idleHours = 0 } = network.sessionLimit ?? {}
  return { deadline: network.earlierSessionLimit?.until, change: { of: 'sessions', hours, idleHours } }
}
