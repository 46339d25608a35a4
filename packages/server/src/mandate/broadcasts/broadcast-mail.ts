import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import { isMissed } from '../../domain/mandate.js'
import { mailLanguageOf, type NetworkDocument } from '../../networks/network.model.js'
import type { MessageProps, NetworkMailProps, TemplateName } from '../../notifications/message-props.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import type { OutgoingMessage } from '../../outbox/outbox.types.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastDocument, BroadcastKind, BroadcastMember } from './broadcast.model.js'
import { BroadcastStore } from './broadcast.store.js'
import { reminderHour, type settingByEvent } from './broadcasts-for.js'

export interface BroadcastEmail {
  to: BroadcastMember
  message: OutgoingMessage
}

/** Emails of a broadcast: one per member, even when a batch is repeated. */
export class BroadcastMail {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly store = inject(BroadcastStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns the number of emails; a batch repeated after a crash counts again but sends nothing twice */
  async put(emails: readonly BroadcastEmail[]): Promise<number> {
    await this.outbox.put(emails.map(({ message }) => message))
    await this.#note(emails)
    return emails.length
  }

  /** For emails that another broadcast may have stored under the same ids. @returns the number of new ones */
  async putNew(emails: readonly BroadcastEmail[]): Promise<number> {
    const added = await this.outbox.putNew(emails.map(({ message }) => message))
    const mailed = emails.filter(({ message }) => added.has(message.id))
    await this.#note(mailed)
    return mailed.length
  }

  async #note(emails: readonly BroadcastEmail[]): Promise<void> {
    const ids = emails.map(({ to }) => to.membership._id)
    await this.store.noteMailed(ids, this.clock.now())
  }
}

/** What a broadcast emails to one of its members; null when it does not concern them. */
type EmailFor = (
  member: BroadcastMember,
  broadcast: BroadcastDocument,
  network: NetworkDocument,
  now: Date,
) => BroadcastEmail | null

/** `close` also signs out: see `DeadlineSweepService`. */
export const emailFor: Readonly<Record<Exclude<BroadcastKind, 'close'>, EmailFor>> = {
  announce(member, broadcast, network) {
    const props = propsOf(broadcast, network)
    // The documented id is `activation:account`.
    const name = broadcast.activationId
    switch (member.standing.kind) {
      case 'grace':
        return emailTo(member, name, 'mandate-activated-to-do', {
          ...props,
          ...ofOtherMethod(member, network),
          deadline: member.standing.deadline,
          timeZone: broadcast.timeZone,
        })
      case 'satisfied':
        return emailTo(member, name, 'mandate-activated-ready', props)
      case 'exempt-sso':
        return emailTo(member, name, 'mandate-activated-sso', props)
      // The deadline has passed already: the `close` broadcast notifies them.
      case 'overdue':
      case 'not-required':
        return null
    }
  },

  withdraw(member, broadcast, network) {
    return emailTo(member, broadcast._id, 'mandate-deactivated', propsOf(broadcast, network))
  },

  /** Members who have this deadline; no one when the server was down for so long that it would come too late. */
  remind(member, broadcast, network, now) {
    const { deadline, before, timeZone } = broadcast
    if (!deadline || before === null || isMissed(before, deadline, now)) return null
    if (member.standing.kind !== 'grace' || member.standing.deadline.getTime() !== deadline.getTime()) return null
    return reminderTo(member, broadcast._id, network, deadline, timeZone)
  },

  nudge(member, { activationId, joinedUntil: requestedAt, timeZone }, network) {
    return nudgeTo(member, reminderHour(activationId, requestedAt), network, timeZone)
  },

  extend(member, broadcast, network) {
    if (member.standing.kind !== 'grace') return null
    return emailTo(member, broadcast._id, 'mandate-extended', {
      ...propsOf(broadcast, network),
      deadline: member.standing.deadline,
      timeZone: broadcast.timeZone,
      reason: broadcast.reason ?? '',
    })
  },

  /** Members who only have methods that will no longer be accepted. */
  methods(member, broadcast, network) {
    if (member.standing.kind !== 'grace' || member.membership.methods.length === 0) return null
    return emailTo(member, broadcast._id, 'mandate-methods-changing', {
      ...propsOf(broadcast, network),
      deadline: member.standing.deadline,
      timeZone: broadcast.timeZone,
      allowedMethods: network.acceptedMethods,
    })
  },

  /** No one if the change was reverted. */
  settings(member, broadcast, network, now) {
    const { deadline, change } = comingChange(broadcast, network)
    if (!deadline || now >= deadline) return null
    return emailTo(member, broadcast._id, 'mandate-setting-changing', {
      ...propsOf(broadcast, network),
      deadline,
      timeZone: broadcast.timeZone,
      change,
    })
  },
}

/** An Admin's reminder, before or after the deadline. @returns null for a member who does not have to act */
export function nudgeTo(
  member: BroadcastMember,
  name: string,
  network: NetworkDocument,
  timeZone: string,
): BroadcastEmail | null {
  switch (member.standing.kind) {
    case 'grace':
      return reminderTo(member, name, network, member.standing.deadline, timeZone)
    case 'overdue':
      return deadlinePassedTo(member, name, network)
    case 'satisfied':
    case 'exempt-sso':
    case 'not-required':
      return null
  }
}

function reminderTo(
  member: BroadcastMember,
  name: string,
  network: NetworkDocument,
  deadline: Date,
  timeZone: string,
): BroadcastEmail {
  const props = { ...mandatePropsOf(network), ...ofOtherMethod(member, network), deadline, timeZone }
  return emailTo(member, name, 'mandate-reminder', props, deadline)
}

/** The setting that the broadcast is about, as it will be, and from when on; no deadline where it was taken back. */
function comingChange(
  { _id }: BroadcastDocument,
  network: NetworkDocument,
): { deadline: Date | undefined; change: MessageProps['mandate-setting-changing']['change'] } {
  const isOf = (setting: (typeof settingByEvent)[keyof typeof settingByEvent]) => _id.startsWith(`settings:${setting}:`)
  if (isOf('devices'))
    return {
      deadline: network.earlierTrustedDeviceDays?.until,
      change: { of: 'devices', days: network.trustedDeviceDays },
    }
  if (isOf('passkeys')) return { deadline: network.earlierPasskeySignIn?.until, change: { of: 'passkeys' } }
  const { hours = 0, idleHours = 0 } = network.sessionLimit ?? {}
  return { deadline: network.earlierSessionLimit?.until, change: { of: 'sessions', hours, idleHours } }
}

/** The email's id is `broadcast:account`, so that a repeat is a no-op. */
function emailTo<T extends TemplateName>(
  to: BroadcastMember,
  broadcastId: string,
  template: T,
  props: MessageProps[T],
  expiresAt: Date | null = null,
): BroadcastEmail {
  const { account, membership } = to
  const addressed = { id: `${broadcastId}:${account._id}`, to: account.email, memberId: membership._id }
  const message = outgoing(template, { ...addressed, props })
  return { to, message: { ...message, expiresAt } }
}

function propsOf(broadcast: BroadcastDocument, network: NetworkDocument): NetworkMailProps {
  const { name, helpContact } = network
  return { networkName: name, actorName: broadcast.actorName, helpContact, ...mailLanguageOf(network) }
}

/** The actor is the person who made 2FA mandatory, not the one who started this broadcast. */
function mandatePropsOf(network: NetworkDocument): NetworkMailProps {
  const { name, helpContact, mandate } = network
  const actorName = mandate?.activatedBy.name ?? name
  return { networkName: name, actorName, helpContact, ...mailLanguageOf(network) }
}

/** For a member whose deadline has passed: they are signed out, or, if they never entered, not admitted yet. */
export function deadlinePassedTo(to: BroadcastMember, broadcastId: string, network: NetworkDocument): BroadcastEmail {
  const props = { ...mandatePropsOf(network), ...ofOtherMethod(to, network) }
  return emailTo(to, broadcastId, hasBeenIn(to) ? 'mandate-deadline-passed' : 'mandate-before-first-entry', props)
}

/** A member who joined after the activation, or never signed in, has never entered the network. */
function hasBeenIn({ membership: { joinedAt, lastSignInAt }, standing }: BroadcastMember): boolean {
  const isNewcomer = standing.kind === 'overdue' && standing.since.getTime() === joinedAt.getTime()
  return lastSignInAt !== null && !isNewcomer
}

/** For a member whose methods are all not accepted: the methods that are. */
function ofOtherMethod(
  { account }: BroadcastMember,
  { acceptedMethods }: NetworkDocument,
): { addOneOf?: FactorMethod[] } {
  return hasTwoFactor(account) ? { addOneOf: acceptedMethods } : {}
}
