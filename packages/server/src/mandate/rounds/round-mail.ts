import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { MessageProps, NetworkMailProps, TemplateName } from '../../notifications/message-props.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import type { Outbox } from '../../outbox/outbox.service.js'
import type { OutgoingMessage } from '../../outbox/outbox.types.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { RoundDocument } from './round.model.js'
import type { RoundStore } from './round.store.js'
import type { Visited } from './round.types.js'

export interface RoundLetter {
  to: Visited
  message: OutgoingMessage
}

/** Mails of a round: one for each member, however often the round comes by. */
export class RoundMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly store: RoundStore,
    private readonly clock: Clock,
  ) {}

  /** @returns how many; a batch that is repeated after a death counts again, and mails nobody twice */
  async put(letters: readonly RoundLetter[]): Promise<number> {
    await this.outbox.put(letters.map(({ message }) => message))
    await this.#note(letters)
    return letters.length
  }

  /** Letters that other rounds may have put before under the same names. @returns how many are new */
  async putNew(letters: readonly RoundLetter[]): Promise<number> {
    const added = await this.outbox.putNew(letters.map(({ message }) => message))
    const mailed = letters.filter(({ message }) => added.has(message.id))
    await this.#note(mailed)
    return mailed.length
  }

  async #note(letters: readonly RoundLetter[]): Promise<void> {
    const ids = letters.map(({ to }) => to.membership._id)
    await this.store.noteMailed(ids, this.clock.now())
  }
}

/** `round:account` names the letter, so that a repeat is a no-op. */
export function letterTo<T extends TemplateName>(
  to: Visited,
  roundId: string,
  template: T,
  props: MessageProps[T],
  expiresAt: Date | null = null,
): RoundLetter {
  const message = outgoing(template, { id: `${roundId}:${to.account._id}`, to: to.account.email, props })
  return { to, message: { ...message, expiresAt } }
}

export function propsOf(round: RoundDocument, { name, helpContact }: NetworkDocument): NetworkMailProps {
  return { networkName: name, actorName: round.actorName, helpContact }
}

/** Who made it required, whoever began this round. */
export function mandatePropsOf({ name, helpContact, mandate }: NetworkDocument): NetworkMailProps {
  return { networkName: name, actorName: mandate?.activatedBy.name ?? name, helpContact }
}

/** To a member whose time is over: signed out, or, where they were never in, not let in yet. */
export function deadlinePassedTo(to: Visited, roundId: string, network: NetworkDocument): RoundLetter {
  const props = { ...mandatePropsOf(network), ...ofOtherMethod(to, network) }
  return letterTo(to, roundId, hasBeenIn(to) ? 'mandate-deadline-passed' : 'mandate-before-first-entry', props)
}

/** Whoever joined after the activation, or has never signed in, was never in: nothing has been closed behind them. */
function hasBeenIn({ membership: { joinedAt, lastSignInAt }, standing }: Visited): boolean {
  const isNewcomer = standing.kind === 'overdue' && standing.since.getTime() === joinedAt.getTime()
  return lastSignInAt !== null && !isNewcomer
}

/** What somebody is told who has methods, and none that the network accepts: which ones it does. */
export function ofOtherMethod(
  { account }: Visited,
  { acceptedMethods }: NetworkDocument,
): { addOneOf?: FactorMethod[] } {
  return hasTwoFactor(account) ? { addOneOf: acceptedMethods } : {}
}
