import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account.model.js'
import { mailLanguageOf, type NetworkDocument } from '../../networks/network.model.js'
import type { MessageProps, NetworkMailProps, TemplateName } from '../../notifications/message-props.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import type { OutgoingMessage } from '../../outbox/outbox.types.js'
import { Clock } from '../../platform/clock/clock.js'
import type { RoundDocument } from './round.model.js'
import { RoundStore } from './round.store.js'
import type { RoundMember } from './round.types.js'

export interface RoundEmail {
  to: RoundMember
  message: OutgoingMessage
}

/** Emails of a round: one per member, even when a batch is repeated. */
export class RoundMail {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly store = inject(RoundStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns the number of emails; a batch repeated after a crash counts again but sends nothing twice */
  async put(emails: readonly RoundEmail[]): Promise<number> {
    await this.outbox.put(emails.map(({ message }) => message))
    await this.#note(emails)
    return emails.length
  }

  /** For emails that another round may have stored under the same ids. @returns the number of new ones */
  async putNew(emails: readonly RoundEmail[]): Promise<number> {
    const added = await this.outbox.putNew(emails.map(({ message }) => message))
    const mailed = emails.filter(({ message }) => added.has(message.id))
    await this.#note(mailed)
    return mailed.length
  }

  async #note(emails: readonly RoundEmail[]): Promise<void> {
    const ids = emails.map(({ to }) => to.membership._id)
    await this.store.noteMailed(ids, this.clock.now())
  }
}

/** The email's id is `round:account`, so that a repeat is a no-op. */
export function emailTo<T extends TemplateName>(
  to: RoundMember,
  roundId: string,
  template: T,
  props: MessageProps[T],
  expiresAt: Date | null = null,
): RoundEmail {
  const message = outgoing(template, { id: `${roundId}:${to.account._id}`, to: to.account.email, props })
  return { to, message: { ...message, expiresAt } }
}

export function propsOf(round: RoundDocument, network: NetworkDocument): NetworkMailProps {
  const { name, helpContact } = network
  return { networkName: name, actorName: round.actorName, helpContact, ...mailLanguageOf(network) }
}

/** The actor is the person who made 2FA mandatory, not the one who started this round. */
export function mandatePropsOf(network: NetworkDocument): NetworkMailProps {
  const { name, helpContact, mandate } = network
  const actorName = mandate?.activatedBy.name ?? name
  return { networkName: name, actorName, helpContact, ...mailLanguageOf(network) }
}

/** For a member whose deadline has passed: they are signed out, or, if they never entered, not admitted yet. */
export function deadlinePassedTo(to: RoundMember, roundId: string, network: NetworkDocument): RoundEmail {
  const props = { ...mandatePropsOf(network), ...ofOtherMethod(to, network) }
  return emailTo(to, roundId, hasBeenIn(to) ? 'mandate-deadline-passed' : 'mandate-before-first-entry', props)
}

/** A member who joined after the activation, or never signed in, has never entered the network. */
function hasBeenIn({ membership: { joinedAt, lastSignInAt }, standing }: RoundMember): boolean {
  const isNewcomer = standing.kind === 'overdue' && standing.since.getTime() === joinedAt.getTime()
  return lastSignInAt !== null && !isNewcomer
}

/** For a member whose methods are all not accepted: the methods that are. */
export function ofOtherMethod(
  { account }: RoundMember,
  { acceptedMethods }: NetworkDocument,
): { addOneOf?: FactorMethod[] } {
  return hasTwoFactor(account) ? { addOneOf: acceptedMethods } : {}
}
