import { inject } from '@needle-di/core'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { MessageProps } from '../../notifications/message-props.types.js'
import { Clock } from '../../platform/clock/clock.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { RoundHandler, RoundMember } from '../rounds/round.types.js'
import { emailTo, propsOf, RoundMail } from '../rounds/round-mail.js'
import type { settingOf } from '../rounds/rounds-for.js'

/** Notifies all members that 2FA is no longer mandatory. */
export class WithdrawHandler implements RoundHandler {
  constructor(private readonly mail = inject(RoundMail)) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    const props = propsOf(round, network)
    return this.mail.put(members.map((member) => emailTo(member, round._id, 'mandate-deactivated', props)))
  }
}

/** Notifies members without 2FA that they have more time. */
export class ExtendHandler implements RoundHandler {
  constructor(private readonly mail = inject(RoundMail)) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    const props = { ...propsOf(round, network), timeZone: round.timeZone, reason: round.reason ?? '' }
    return this.mail.put(
      members.flatMap((member) =>
        member.standing.kind === 'grace'
          ? [emailTo(member, round._id, 'mandate-extended', { ...props, deadline: member.standing.deadline })]
          : [],
      ),
    )
  }
}

/** Notifies members who only have methods that will no longer be accepted. */
export class MethodsHandler implements RoundHandler {
  constructor(private readonly mail = inject(RoundMail)) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    const props = { ...propsOf(round, network), timeZone: round.timeZone, allowedMethods: network.acceptedMethods }
    return this.mail.put(
      members.flatMap((member) =>
        member.standing.kind === 'grace' && member.membership.methods.length > 0
          ? [emailTo(member, round._id, 'mandate-methods-changing', { ...props, deadline: member.standing.deadline })]
          : [],
      ),
    )
  }
}

/** Notifies all members that a setting will be stricter, and when; no one if the change was reverted. */
export class SettingsHandler implements RoundHandler {
  constructor(
    private readonly mail = inject(RoundMail),
    private readonly clock = inject(Clock),
  ) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    const { deadline, change } = comingChange(round, network)
    if (!deadline || this.clock.now() >= deadline) return 0
    const props = { ...propsOf(round, network), timeZone: round.timeZone, deadline, change }
    return this.mail.put(members.map((member) => emailTo(member, round._id, 'mandate-setting-changing', props)))
  }
}

/** The setting that the round is about, as it will be, and from when on; no deadline where it was taken back. */
function comingChange(
  { _id }: RoundDocument,
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
