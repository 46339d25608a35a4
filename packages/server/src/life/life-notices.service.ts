import { inject } from '@needle-di/core'
import type { EventsFor } from '../events/consequences.js'
import { membershipIdOf } from '../memberships/membership.model.js'
import { mailLanguageOf } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { outgoing } from '../notifications/outgoing.js'
import { Outbox } from '../outbox/outbox.service.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { undoTokenOf } from './email/email-undo.service.js'

/** Mails of a whole life that are not made from an account's event alone: a link in one needs the server's keys. */
export class LifeNoticesService {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly keyRing = inject(KeyRing),
    private readonly networks = inject(NetworkStore),
  ) {}

  async follow(event: EventsFor<'life notices'>): Promise<void> {
    if (event.type === 'member.sessions_ended') return this.#tellSignedOut(event)
    const { at, origin, newEmail, undoUntil } = event
    const undoToken = undoTokenOf(this.keyRing, event.undoId)
    await this.outbox.put([
      outgoing('email-changed', {
        id: `${event.id}:undo`,
        to: event.email,
        props: { at, origin, newEmail, undoUntil, undoToken },
      }),
    ])
  }

  /** Mailed to the address in the event: a signed-out person reads it in their mailbox. */
  async #tellSignedOut(event: EventsFor<'life notices'> & { type: 'member.sessions_ended' }): Promise<void> {
    const { at, email, networkId, networkName, accountId, origin } = event
    const network = await this.networks.byId(event.networkId)
    const props = {
      at,
      networkName,
      origin: origin ?? { address: 'unknown', device: 'unknown' },
      ...mailLanguageOf(network),
    }
    const addressed = { id: `${event.id}:mail`, to: email, memberId: membershipIdOf(networkId, accountId) }
    await this.outbox.put([outgoing('notice-network-sessions-ended', { ...addressed, props })])
  }
}
