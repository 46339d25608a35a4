import { inject } from '@needle-di/core'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { BroadcastDocument, BroadcastHandler, BroadcastMember } from '../broadcasts/broadcast.model.js'
import { type BroadcastEmail, BroadcastMail, emailTo, ofOtherMethod, propsOf } from '../broadcasts/broadcast-mail.js'

/** Notifies every member once that 2FA is mandatory, and whether they have to act. */
export class AnnounceHandler implements BroadcastHandler {
  constructor(private readonly mail = inject(BroadcastMail)) {}

  async handle(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    return this.mail.put(members.flatMap((member) => emailFor(member, broadcast, network) ?? []))
  }
}

function emailFor(
  member: BroadcastMember,
  broadcast: BroadcastDocument,
  network: NetworkDocument,
): BroadcastEmail | null {
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
}
