import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/insert-document.js'
import type { AuditEventDocument, AuditEventModel } from './audit-event.model.js'

export class AuditStore {
  constructor(private readonly auditEvents: AuditEventModel) {}

  /** Writes an event down once: a repeat is a no-op. */
  async append(event: DomainEvent): Promise<void> {
    await insertDocument(this.auditEvents, {
      _id: event.id,
      at: event.at,
      type: event.type,
      accountId: 'accountId' in event ? event.accountId : null,
      networkId: 'networkId' in event ? event.networkId : null,
      event,
    })
  }

  /** By `accountId, at, _id`: the account's own activity, newest first. */
  async ofAccount(accountId: string, count: number): Promise<AuditEventDocument[]> {
    return this.auditEvents.find({ accountId }).sort({ at: -1, _id: -1 }).limit(count).lean<AuditEventDocument[]>()
  }
}
