import type { DomainEvent } from '../events/event.types.js'
import { outgoing } from '../notifications/outgoing.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import { undoTokenOf } from './email/email-undo.service.js'

/** Mails of a whole life that carry a link: a link needs the server's keys, which no event carries. */
export class LifeNoticesService {
  constructor(
    private readonly outbox: Outbox,
    private readonly keyRing: KeyRing,
  ) {}

  async follow(event: DomainEvent): Promise<void> {
    if (event.type !== 'account.email_changed') return
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
}
