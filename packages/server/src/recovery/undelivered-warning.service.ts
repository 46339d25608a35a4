import { inject } from '@needle-di/core'
import { AuditStore } from '../audit/audit.store.js'
import type { NetworkEvent } from '../events/event.types.js'
import { EventRelay } from '../events/event-relay.js'
import type { FailedMessage } from '../outbox/outbox.types.js'
import { Clock } from '../platform/clock/clock.js'

const MAIL = ':mail'

/** The id of the mail that warns of a grant, so that its delivery failure can be traced to the grant. */
export const warningMailIdOf = (grantEventId: string): string => `${grantEventId}${MAIL}`

/** Writes into the network's log that a person was not warned: the Admin who made the grant can still ask them. */
export class UndeliveredWarningService {
  constructor(
    private readonly audit = inject(AuditStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** For any abandoned message; only the mail counts, since a text is additional and many people have no phone. */
  async follow({ id }: FailedMessage): Promise<void> {
    const eventId = id.endsWith(MAIL) ? id.slice(0, -MAIL.length) : null
    const granted = eventId === null ? null : await this.audit.eventById(eventId)
    if (granted?.type !== 'member.re_enrolment_granted') return
    const { networkId, networkName, accountId, email, grantId } = granted
    const unwarned: NetworkEvent = {
      type: 'member.re_enrolment_unwarned',
      id: `${eventId}:unwarned`,
      at: this.clock.now(),
      actor: { kind: 'system' },
      origin: null,
      networkId,
      networkName,
      accountId,
      email,
      grantId,
    }
    await this.relay.emit(unwarned)
  }
}
