import { inject } from '@needle-di/core'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { RoundDocument } from '../rounds/round.model.js'
import type { RoundHandler, RoundMember } from '../rounds/round.types.js'
import { emailTo, ofOtherMethod, propsOf, type RoundEmail, RoundMail } from '../rounds/round-mail.js'

/** Notifies every member once that 2FA is mandatory, and whether they have to act. */
export class AnnounceHandler implements RoundHandler {
  constructor(private readonly mail = inject(RoundMail)) {}

  async handle(round: RoundDocument, network: NetworkDocument, members: readonly RoundMember[]): Promise<number> {
    return this.mail.put(members.flatMap((member) => emailFor(member, round, network) ?? []))
  }
}

function emailFor(member: RoundMember, round: RoundDocument, network: NetworkDocument): RoundEmail | null {
  const props = propsOf(round, network)
  // The documented id is `activation:account`.
  const name = round.activationId
  switch (member.standing.kind) {
    case 'grace':
      return emailTo(member, name, 'mandate-activated-to-do', {
        ...props,
        ...ofOtherMethod(member, network),
        deadline: member.standing.deadline,
        timeZone: round.timeZone,
      })
    case 'satisfied':
      return emailTo(member, name, 'mandate-activated-ready', props)
    case 'exempt-sso':
      return emailTo(member, name, 'mandate-activated-sso', props)
    // The deadline has passed already: the `close` round notifies them.
    case 'overdue':
    case 'not-required':
      return null
  }
}
