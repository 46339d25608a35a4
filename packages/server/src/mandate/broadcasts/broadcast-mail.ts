import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import { mailLanguageOf, type NetworkDocument } from '../../networks/network.model.js'
import type { MessageProps, NetworkMailProps, TemplateName } from '../../notifications/message-props.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import type { OutgoingMessage } from '../../outbox/outbox.types.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastDocument, BroadcastMember } from './broadcast.model.js'
import { BroadcastStore } from './broadcast.store.js'

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

/** The email's id is `broadcast:account`, so that a repeat is a no-op. */
export function emailTo<T extends TemplateName>(
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

export function propsOf(broadcast: BroadcastDocument, network: NetworkDocument): NetworkMailProps {
  const { name, helpContact } = network
  return { networkName: name, actorName: broadcast.actorName, helpContact, ...mailLanguageOf(network) }
}

/** The actor is the person who made 2FA mandatory, not the one who started this broadcast. */
export function mandatePropsOf(network: NetworkDocument): NetworkMailProps {
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
export function ofOtherMethod(
  { account }: BroadcastMember,
  { acceptedMethods }: NetworkDocument,
): { addOneOf?: FactorMethod[] } {
  return hasTwoFactor(account) ? { addOneOf: acceptedMethods } : {}
}
