import type { NetworkDocument } from '../../networks/network.model.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { Visited, Visitor } from '../rounds/round.types.js'
import { letterTo, propsOf, type RoundMail } from '../rounds/round-mail.js'

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
