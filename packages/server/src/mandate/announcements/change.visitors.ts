import type { NetworkDocument } from '../../networks/network.model.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { Visited, Visitor } from '../rounds/round.types.js'
import { letterTo, propsOf, type RoundMail } from '../rounds/round-mail.js'
import { settingOf } from '../rounds/rounds-for.js'

/** Tells everybody that it is no longer mandatory. */
export class WithdrawVisitor implements Visitor {
  constructor(private readonly mail: RoundMail) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    const props = propsOf(round, network)
    return this.mail.put(members.map((member) => letterTo(member, round._id, 'mandate-deactivated', props)))
  }
}

/** Tells everybody who is still without it that there is more time. */
export class ExtendVisitor implements Visitor {
  constructor(private readonly mail: RoundMail) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    const props = { ...propsOf(round, network), timeZone: round.timeZone, reason: round.reason ?? '' }
    return this.mail.put(
      members.flatMap((member) =>
        member.standing.kind === 'grace'
          ? [letterTo(member, round._id, 'mandate-extended', { ...props, deadline: member.standing.deadline })]
          : [],
      ),
    )
  }
}

/** Tells whoever uses a method that will no longer be accepted, and no other. */
export class MethodsVisitor implements Visitor {
  constructor(private readonly mail: RoundMail) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    const props = { ...propsOf(round, network), timeZone: round.timeZone, allowedMethods: network.acceptedMethods }
    return this.mail.put(
      members.flatMap((member) =>
        member.standing.kind === 'grace' && member.membership.methods.length > 0
          ? [letterTo(member, round._id, 'mandate-methods-changing', { ...props, deadline: member.standing.deadline })]
          : [],
      ),
    )
  }
}

/** Tells everybody that a setting will ask for more, and from when on; nobody once the change was taken back. */
export class SettingsVisitor implements Visitor {
  constructor(
    private readonly mail: RoundMail,
    private readonly clock: Clock,
  ) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    const isOfDevices = round._id.startsWith(`settings:${settingOf['policy.trusted_devices_changed']}:`)
    const deadline = (isOfDevices ? network.earlierTrustedDeviceDays : network.earlierSessionLimit)?.until
    if (!deadline || this.clock.now() >= deadline) return 0
    const props = {
      ...propsOf(round, network),
      timeZone: round.timeZone,
      deadline,
      change: isOfDevices
        ? ({ of: 'devices', days: network.trustedDeviceDays } as const)
        : ({
            of: 'sessions',
            hours: network.sessionLimit?.hours ?? 0,
            idleHours: network.sessionLimit?.idleHours ?? 0,
          } as const),
    }
    return this.mail.put(members.map((member) => letterTo(member, round._id, 'mandate-setting-changing', props)))
  }
}
