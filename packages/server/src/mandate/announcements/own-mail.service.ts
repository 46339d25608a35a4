import { inject } from '@needle-di/core'
import type { OpenToPerson } from '../../access/access.service.js'
import { type ChosenTime, previewedDeadline } from '../../domain/mandate.js'
import { mailLanguageOf } from '../../networks/network.model.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'

/** A look at the mail before a thousand people get it: to the Admin alone, at most one a minute. */
export class OwnMailService {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns the address it goes to */
  async send({ network, caller }: OpenToPerson, chosen: ChosenTime, timeZone: string): Promise<string> {
    const { _id: accountId, email, name } = caller.account
    const now = this.clock.now()
    const props = {
      networkName: network.name,
      actorName: name,
      helpContact: network.helpContact,
      deadline: network.mandate?.deadline ?? previewedDeadline(chosen, now),
      timeZone,
      ...mailLanguageOf(network),
    }
    const id = `sample:${network._id}:${accountId}:${now.toISOString().slice(0, 16)}`
    await this.outbox.put([outgoing('mandate-activated-to-do', { id, to: email, props })])
    return email
  }
}
