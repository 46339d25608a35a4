import type { NetworkDocument } from '../../networks/network.model.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { Visited, Visitor } from '../rounds/round.types.js'
import { letterTo, ofOtherMethod, propsOf, type RoundLetter, type RoundMail } from '../rounds/round-mail.js'

/** Tells everybody, once, that it has been made mandatory: what is to be done, or that nothing is. */
export class AnnounceVisitor implements Visitor {
  constructor(private readonly mail: RoundMail) {}

  async visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number> {
    return this.mail.put(members.flatMap((member) => letterFor(member, round, network) ?? []))
  }
}

function letterFor(member: Visited, round: RoundDocument, network: NetworkDocument): RoundLetter | null {
  const props = propsOf(round, network)
  // As the contract of the activation names it: `activation:account`.
  const name = round.activationId
  switch (member.standing.kind) {
    case 'grace':
      return letterTo(member, name, 'mandate-activated-to-do', {
        ...props,
        ...ofOtherMethod(member, network),
        deadline: member.standing.deadline,
        timeZone: round.timeZone,
      })
    case 'satisfied':
      return letterTo(member, name, 'mandate-activated-ready', props)
    case 'exempt-sso':
      return letterTo(member, name, 'mandate-activated-sso', props)
    // The worker came so late that the deadline has passed: the round that closes tells them.
    case 'overdue':
    case 'not-required':
      return null
  }
}
