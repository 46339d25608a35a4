import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { type Filter, insertNew } from '../platform/mongo/database.js'
import { pageAfter } from '../platform/mongo/page-filter.js'
import { AuditEventCollection, type AuditEventDocument } from './audit-event.model.js'

type SignInCompleted = Extract<DomainEvent, { type: 'sign_in.completed' }>

/** A place in a log that is ordered by time and id. */
export interface AuditPosition {
  at: Date
  id: string
}

/** Narrows a log; read along its index until the page is full. */
export interface AuditSearch {
  /** Only what this account did, or what concerns it. */
  accountId?: string | null
  /** Part of the name of the person who did it, or of the address of the person it concerns. */
  person?: string | null
  from?: Date | null
  /** Exclusive. */
  until?: Date | null
}

/** So many events are read at once. */
const SLICE = 500

export class AuditStore {
  constructor(private readonly auditEvents = inject(AuditEventCollection)) {}

  /** Writes events down once, in one command: a repeat is a no-op. */
  async append(events: readonly DomainEvent[], keptAt: Date): Promise<void> {
    await insertNew(
      this.auditEvents,
      events.map((event) => ({
        _id: event.id,
        at: event.at,
        keptAt,
        type: event.type,
        accountId: 'accountId' in event ? event.accountId : null,
        networkId: 'networkId' in event ? event.networkId : null,
        event,
      })),
    )
  }

  /** By `_id`. */
  async eventById(id: string): Promise<DomainEvent | null> {
    return (await this.auditEvents.findOne({ _id: id }, { projection: { event: 1 } }))?.event ?? null
  }

  /**
   * A network's events, newest first; by `networkId, at, _id`, or with types by `networkId, type, at, _id`. Events
   * that happen during paging come before the reader's position, never within it.
   */
  async ofNetwork(
    networkId: string,
    types: readonly string[] | null,
    after: AuditPosition | null,
    limit: number,
    since: Date | null = null,
    search: AuditSearch = {},
  ): Promise<AuditEventDocument[]> {
    return this.auditEvents
      .find(networkFilter(networkId, types, after, since, search))
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .batchSize(limit)
      .toArray()
  }

  /**
   * A network's events as they were written down, oldest first; by `networkId, keptAt, _id`.
   * @param until when the newest may have been written down
   */
  async streamOfNetwork(
    networkId: string,
    after: AuditPosition | null,
    until: Date,
    limit: number,
    since: Date | null = null,
  ): Promise<AuditEventDocument[]> {
    const bound = { $lte: until }
    const order = { key: 'keptAt', direction: 1, bound } as const
    const common = { networkId, ...(since ? { at: { $gte: since } } : {}) }
    return this.auditEvents
      .find(after ? pageAfter(common, order, { key: after.at, id: after.id }) : { ...common, keptAt: bound })
      .sort({ keptAt: 1, _id: 1 })
      .limit(limit)
      .batchSize(limit)
      .toArray()
  }

  /**
   * The newest first again, one after another. A name is searched for slice by slice, for no index has it: one command
   * for all of them would read the whole log before its first answer.
   */
  async *allOfNetwork(
    networkId: string,
    types: readonly string[] | null,
    since: Date | null = null,
    { person, ...search }: AuditSearch = {},
  ): AsyncGenerator<AuditEventDocument> {
    const all = this.auditEvents
      .find(networkFilter(networkId, types, null, since, search))
      .sort({ at: -1, _id: -1 })
      .batchSize(SLICE)
    if (!person) return yield* all
    let slice: AuditEventDocument[] = []
    for await (const event of all) {
      slice.push(event)
      if (slice.length < SLICE) continue
      yield* await this.#ofPerson(slice, person)
      slice = []
    }
    yield* await this.#ofPerson(slice, person)
  }

  async #ofPerson(slice: readonly AuditEventDocument[], person: string): Promise<AuditEventDocument[]> {
    const ids = slice.map(({ _id }) => _id)
    const found = await this.auditEvents.distinct('_id', { _id: { $in: ids }, ...searchConditions({ person }) })
    const matching = new Set(found)
    return slice.filter(({ _id }) => matching.has(_id))
  }

  /**
   * By `networkId, at, _id`, and by the partial `event.opens, at`: sign-ins are their account's own, which keeps them; the
   * network forgets that they opened it.
   */
  async deleteOlder(networkId: string, since: Date): Promise<void> {
    const isOlder = { at: { $lt: since } }
    await this.auditEvents.deleteMany({ networkId, ...isOlder })
    await this.auditEvents.updateMany({ 'event.opens': networkId, ...isOlder }, { $pull: { 'event.opens': networkId } })
  }

  /** By `accountId, at, _id`: an account's sign-ins that opened a network, newest first. */
  async signInsTo(networkId: string, accountId: string, since: Date, limit: number): Promise<SignInCompleted[]> {
    const found = await this.auditEvents
      .find({ accountId, networkId: null, at: { $gte: since }, type: 'sign_in.completed', 'event.opens': networkId })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .toArray()
    return found.flatMap(({ event }) => (event.type === 'sign_in.completed' ? [event] : []))
  }

  /** By `accountId, at, _id`: the account's own activity, newest first; what happened in a network is that network's. */
  async ofAccount(accountId: string, count: number): Promise<AuditEventDocument[]> {
    return this.auditEvents.find({ accountId, networkId: null }).sort({ at: -1, _id: -1 }).limit(count).toArray()
  }
}

function networkFilter(
  networkId: string,
  types: readonly string[] | null,
  after: AuditPosition | null,
  since: Date | null,
  search: AuditSearch = {},
) {
  const from = latest(since, search.from ?? null)
  const bound = from ? { $gte: from } : {}
  const common = { networkId, ...(types ? { type: { $in: [...types] } } : {}), ...searchConditions(search) }
  // What follows a place is before its end already.
  const range = { ...bound, ...(search.until ? { $lt: search.until } : {}) }
  if (!after) return { ...common, ...(Object.keys(range).length > 0 ? { at: range } : {}) }
  const order = { key: 'at', direction: -1, idDirection: -1, bound } as const
  return pageAfter(common, order, { key: after.at, id: after.id })
}

function searchConditions({ accountId, person }: AuditSearch): Filter<AuditEventDocument> {
  const conditions = []
  if (accountId) conditions.push({ $or: [{ accountId }, { 'event.actor.accountId': accountId }] })
  if (person) {
    const part = { $regex: person.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' }
    conditions.push({ $or: [{ 'event.actor.name': part }, { 'event.email': part }] })
  }
  return conditions.length > 0 ? { $and: conditions } : {}
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other
  return one > other ? one : other
}
