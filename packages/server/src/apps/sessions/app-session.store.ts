import { inject } from '@needle-di/core'
import type { AppAccessEnd, DomainEvent } from '../../events/event.types.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { insertDocument } from '../../platform/mongo/database.js'
import { LeaseStore } from '../../platform/queue/lease-store.js'
import type { AppDocument } from '../app.model.js'
import { AppSessionCollection, type AppSessionDocument } from './app-session.model.js'
import { byId, type DecidingFacts, decidingFactsIn, decidingStages, type FoundFacts } from './deciding-facts.js'

/** What a cookie of the gate stands for, and all that decides whether it still counts. */
export interface GateSession extends DecidingFacts {
  appSession: AppSessionDocument
  app: AppDocument | null
}

export interface SessionWithApp {
  appSession: AppSessionDocument
  app: AppDocument | null
  network: NetworkDocument | null
}

const SHOWN = 500

export class AppSessionStore {
  /** Ended sessions whose app has not been notified yet. */
  readonly logouts: LeaseStore<AppSessionDocument>

  constructor(private readonly sessions = inject(AppSessionCollection)) {
    this.logouts = new LeaseStore(sessions, { claimed: {}, waiting: {} })
  }

  /** @returns false when it was begun already */
  async insert(session: AppSessionDocument): Promise<boolean> {
    return insertDocument(this.sessions, session)
  }

  /** By `_id`; null once it ended. */
  async live(id: string): Promise<AppSessionDocument | null> {
    return this.sessions.findOne({ _id: id, endedAt: null })
  }

  /** What each request through the gate begins with, in one command. By `_id`; null once it ended. */
  async atGate(id: string): Promise<GateSession | null> {
    const [found] = await this.sessions
      .aggregate<AppSessionDocument & FoundFacts & { apps: AppDocument[] }>([
        { $match: { _id: id, kind: 'GATE', endedAt: null } },
        byId('apps', 'appId'),
        ...decidingStages,
      ])
      .toArray()
    if (!found) return null
    const { facts, rest } = decidingFactsIn(found)
    const { apps, ...appSession } = rest
    return { appSession, app: apps[0] ?? null, ...facts }
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $set: { lastUsedAt: now } })
  }

  /** By `accountId, endedAt`; the app and its network by `_id`, in one command. */
  async liveWithApps(accountId: string): Promise<SessionWithApp[]> {
    const found = await this.sessions
      .aggregate<AppSessionDocument & { apps: AppDocument[]; networks: NetworkDocument[] }>([
        { $match: { accountId, endedAt: null } },
        { $sort: { createdAt: -1 } },
        { $limit: SHOWN },
        byId('apps', 'appId'),
        byId('networks', 'networkId'),
      ])
      .toArray()
    return found.map(({ apps, networks, ...appSession }) => ({
      appSession,
      app: apps[0] ?? null,
      network: networks[0] ?? null,
    }))
  }

  /** By `accountId, endedAt`. */
  async liveOf(accountId: string, appId: string | null): Promise<AppSessionDocument[]> {
    return this.sessions
      .find({ accountId, endedAt: null, ...(appId ? { appId } : {}) })
      .sort({ createdAt: -1 })
      .limit(SHOWN)
      .toArray()
  }

  /** By `appId, lastUsedAt`: what was used last comes first. */
  async ofApp(appId: string, count: number): Promise<AppSessionDocument[]> {
    return this.sessions.find({ appId }).sort({ lastUsedAt: -1 }).limit(count).toArray()
  }

  /** By `appId`. */
  async liveOfApp(appId: string, count: number): Promise<AppSessionDocument[]> {
    return this.sessions.find({ appId, endedAt: null }).limit(count).toArray()
  }

  /** By `accountId, endedAt`, or `networkId, endedAt`. */
  async liveWhose(whose: { accountId: string } | { networkId: string }, count: number): Promise<AppSessionDocument[]> {
    return this.sessions
      .find({ ...whose, endedAt: null })
      .limit(count)
      .toArray()
  }

  /** By `accountId, endedAt`: verified at the next run of the worker. */
  async recheckAccount(accountId: string, now: Date): Promise<void> {
    await this.sessions.updateMany({ accountId, endedAt: null }, { $set: { checkAt: now } })
  }

  /** By `appId, lastUsedAt`. */
  async recheckApp(appId: string, now: Date): Promise<void> {
    await this.sessions.updateMany({ appId, endedAt: null }, { $set: { checkAt: now } })
  }

  /** By `endedAt`. */
  async recheckAll(now: Date): Promise<void> {
    await this.sessions.updateMany({ endedAt: null }, { $set: { checkAt: now } })
  }

  /** By `networkId, endedAt`. */
  async recheckNetwork(networkId: string, now: Date): Promise<void> {
    await this.sessions.updateMany({ networkId, endedAt: null }, { $set: { checkAt: now } })
  }

  /** By the sparse `checkAt`. */
  async dueForCheck(now: Date, count: number): Promise<AppSessionDocument[]> {
    return this.sessions
      .find({ checkAt: { $lte: now } })
      .sort({ checkAt: 1 })
      .limit(count)
      .toArray()
  }

  /** Of two workers one gets it. */
  async claimCheck({ _id, checkAt }: AppSessionDocument, until: Date): Promise<boolean> {
    const { modifiedCount } = await this.sessions.updateOne(
      { _id, ...(checkAt ? { checkAt } : {}) },
      { $set: { checkAt: until } },
    )
    return modifiedCount === 1
  }

  /** Unless something happened meanwhile that calls for another look. */
  async setCheck(id: string, from: Date, to: Date): Promise<void> {
    await this.sessions.updateOne({ _id: id, checkAt: from }, { $set: { checkAt: to } })
  }

  /** @param isNotified whether the app is to be notified @returns false when it ended before */
  async end(id: string, at: Date, reason: AppAccessEnd, isNotified: boolean, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.sessions.updateOne(
      { _id: id, endedAt: null },
      {
        $set: { endedAt: at, reason, ...(isNotified ? { dueAt: at, attempts: 0 } : {}) },
        $unset: { checkAt: 1 },
        $push: { events: event },
      },
    )
    return modifiedCount === 1
  }

  /** By the sparse `dueAt`: the apps that have to be notified of a sign-out. */
  async appsToNotify(now: Date): Promise<string[]> {
    return this.sessions.distinct('appId', { dueAt: { $lte: now } })
  }

  /** By `endedAt`. */
  async sweep(before: Date): Promise<void> {
    await this.sessions.deleteMany({ endedAt: { $lt: before } })
  }
}
