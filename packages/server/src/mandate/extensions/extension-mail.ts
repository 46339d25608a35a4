import { inject } from '@needle-di/core'
import type { EventsFor } from '../../events/consequences.js'
import { membershipIdOf } from '../../memberships/membership.model.js'
import { mailLanguageOf } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { BroadcastStore } from '../broadcasts/broadcast.store.js'

/** Notifies a single member of more time; an extension for all is sent by a broadcast. */
export class ExtensionMail {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly outbox = inject(Outbox),
    private readonly broadcasts = inject(BroadcastStore),
  ) {}

  async follow(event: EventsFor<'extension mail'>): Promise<void> {
    if (event.accountId === null || event.email === null) return
    const network = await this.networks.byId(event.networkId)
    if (network?.mandate?.activationId !== event.activationId) return
    const props = {
      networkName: network.name,
      actorName: event.actor.kind === 'system' ? network.name : event.actor.name,
      helpContact: network.helpContact,
      ...mailLanguageOf(network),
      deadline: event.until,
      timeZone: event.timeZone,
      reason: event.reason,
    }
    const memberId = membershipIdOf(event.networkId, event.accountId)
    await this.outbox.put([outgoing('mandate-extended', { id: `${event.id}:mail`, to: event.email, memberId, props })])
    await this.broadcasts.noteMailed([memberId], event.at)
  }
}
