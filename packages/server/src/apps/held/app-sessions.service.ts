import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { OpenToPerson } from '../../access/open-network.js'
import { hasTwoFactor } from '../../accounts/account.model.js'
import type { SignInLevel } from '../../domain/app-access.js'
import { knowsOf } from '../../domain/sso-policy.js'
import type { AppAccessEnd, DomainEvent } from '../../events/event.types.js'
import { EventRelay } from '../../events/event-relay.js'
import { type EventFrame, networkEventOf, systemEventOf } from '../../events/network-event.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { newId } from '../../platform/crypto/tokens.js'
import { Background } from '../../platform/jobs/background.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { AppRulesService } from '../app-rules.service.js'
import { AppEntryService } from '../entry/app-entry.service.js'
import { artifactId } from '../oidc/adapter.js'
import { ArtifactStore } from '../oidc/artifact.store.js'
import type { AppSessionDocument } from './app-session.model.js'
import { AppSessionStore, type HeldAtGate } from './app-session.store.js'
import { type AfterVisit, type AppVisitor, AppVisitStore } from './app-visit.store.js'

/** Of any one session, even if nothing is known to change. */
const CHECKED_EVERY_MS = 300_000
/** A worker that dies leaves a session to the next after so long. */
const LEASE_MS = 30_000
/** In one run of a second: what closes for thousands at once goes out at this rate. */
const CHECKED_AT_ONCE = 200
const LANES = 8

export interface BegunAccess {
  id: string
  kind: AppSessionDocument['kind']
  app: AppDocument
  caller: SessionCaller
  open: OpenToPerson
  level: SignInLevel
  sid: string | null
  host: string | null
}

type UsedAccess = Pick<AppSessionDocument, '_id' | 'appId' | 'networkId' | 'accountId'> & {
  /** As it was read; without it, it is noted in any case. */
  lastUsedAt?: Date
}

/**
 * What apps hold in the name of members. Whether it still counts is decided whenever it is used; what is done here
 * besides, so that apps learn of it by themselves, is a convenience.
 */
export class AppSessionsService {
  constructor(
    private readonly store = inject(AppSessionStore),
    private readonly visits = inject(AppVisitStore),
    private readonly apps = inject(AppStore),
    private readonly artifacts = inject(ArtifactStore),
    private readonly rules = inject(AppRulesService),
    private readonly entry = inject(AppEntryService),
    private readonly relay = inject(EventRelay),
    private readonly background = inject(Background),
    private readonly clock = inject(Clock),
  ) {}

  /** Notes an access; the first of its grant or cookie is an event. */
  async begin({ id, kind, app, caller, open, level, sid, host }: BegunAccess): Promise<void> {
    const { store, visits, apps, clock, background, relay, entry } = this
    const now = clock.now()
    const { account, session } = caller
    const { network } = open
    const facts = { appId: app._id, appName: app.name, accountId: account._id, email: account.email }
    const event: DomainEvent = {
      type: 'app.signed_in',
      ...networkEventOf(network, account, session.origin, now),
      ...facts,
      acr: level.acr,
    }
    const isFirst = await store.insert({
      _id: id,
      kind,
      ...facts,
      networkId: network._id,
      networkName: network.name,
      sessionId: session.publicId,
      host,
      sid,
      createdAt: now,
      lastUsedAt: now,
      checkAt: earlier(entry.nextCheckOf(caller, open), new Date(now.getTime() + CHECKED_EVERY_MS)),
      endedAt: null,
      reason: null,
      logout: null,
      events: [event],
    })
    const who = { appId: app._id, networkId: network._id, accountId: account._id }
    if (!isFirst) return this.noteUse({ _id: id, ...who })
    background.run('app access begun', async () => {
      await Promise.all([
        relay.relay('app_sessions', id, [event]),
        apps.touch(app._id, now),
        visits.note(who, now, true),
      ])
    })
  }

  /** Of the access, of its app and of who it is, to the minute. */
  noteUse({ _id, lastUsedAt, ...who }: UsedAccess): void {
    const { store, visits, apps, clock, background } = this
    const now = clock.now()
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < limits.app.touchInterval) return
    background.run('app used', async () => {
      await Promise.all([store.touch(_id, now), apps.touch(who.appId, now), visits.note(who, now, true)])
    })
  }

  async atGate(id: string): Promise<HeldAtGate | null> {
    return this.store.atGate(id)
  }

  /** Ends an access: its tokens first, then the app is told. @returns false when it had ended already */
  async end(held: AppSessionDocument, reason: AppAccessEnd, by?: EventFrame): Promise<boolean> {
    const { store, apps, clock, relay } = this
    const now = clock.now()
    if (held.kind === 'OIDC') await this.#revokeGrant(held._id)
    const [app] = await apps.byIds([held.appId])
    const isTold = held.kind === 'OIDC' && app?.backChannelLogoutUri != null
    const { appId, appName, accountId, email } = held
    const event: DomainEvent = {
      type: 'app.access_ended',
      ...(by ?? systemEventOf({ _id: held.networkId, name: held.networkName }, now)),
      appId,
      appName,
      accountId,
      email,
      reason,
    }
    if (!(await store.end(held._id, now, reason, isTold, event))) return false
    relay.passOn('app_sessions', held._id)
    return true
  }

  /** Ends the tokens of a grant. */
  async #revokeGrant(grantId: string): Promise<void> {
    await this.artifacts.delete(artifactId('Grant', grantId))
    await this.artifacts.deleteFamily(grantId)
  }

  async endById(id: string, reason: AppAccessEnd): Promise<void> {
    const held = await this.store.live(id)
    if (held) await this.end(held, reason)
  }

  /** What apps hold in the caller's name, or one of them. */
  async endOf(caller: SessionCaller, appId: string | null): Promise<void> {
    for (const held of await this.store.liveOf(caller.account._id, appId))
      if (isKnownTo(caller, held)) await this.end(held, 'ENDED_BY_MEMBER')
  }

  /** What one app holds in the name of a member. @returns false when they have never used it */
  async endOfMember(appId: string, accountId: string, by: EventFrame): Promise<boolean> {
    const { store, visits } = this
    if (!(await visits.has(appId, accountId))) return false
    // Each is an event of its own.
    for (const held of await store.liveOf(accountId, appId))
      await this.end(held, 'ENDED_BY_ADMIN', { ...by, id: newId('evt') })
    return true
  }

  async endOfApp(appId: string): Promise<void> {
    for (;;) {
      const batch = await this.store.liveOfApp(appId, CHECKED_AT_ONCE)
      for (const held of batch) await this.end(held, 'APP_DELETED')
      if (batch.length < CHECKED_AT_ONCE) break
    }
    await this.visits.forgetApp(appId)
  }

  /** In the networks that the caller's session knows of: in one that a provider alone vouches for, that network's. */
  async liveOf(caller: SessionCaller): Promise<AppSessionDocument[]> {
    const found = await this.store.liveWithApps(caller.account._id)
    return found
      .filter(
        ({ held, app, network }) => isKnownTo(caller, held) && app && network && this.#reaches(held, app, network),
      )
      .map(({ held }) => held)
  }

  /** Who used an app, and what it holds in their name now. */
  async visitorsOf(
    app: AppDocument,
    network: NetworkDocument,
    after: AfterVisit,
    limit: number,
  ): Promise<AppVisitor[]> {
    const found = await this.visits.ofApp(app._id, after, limit)
    return found.map((each) => ({ ...each, live: each.live.filter((held) => this.#reaches(held, app, network)) }))
  }

  /** The last sign-ins to an app. */
  async usesOf(appId: string, count: number): Promise<AppSessionDocument[]> {
    return this.store.ofApp(appId, count)
  }

  /** The app still has the host of the gate's cookie, and the network the domain. */
  #reaches({ kind, host }: AppSessionDocument, app: AppDocument, network: NetworkDocument): boolean {
    if (app.deletedAt) return false
    return kind === 'OIDC' || (!!host && !!app.hosts?.includes(host) && this.rules.ownsHost(network, host))
  }

  /** Whoever may have lost access by what happened is verified at once. */
  async follow(event: DomainEvent): Promise<void> {
    const now = this.clock.now()
    if (event.type === 'app.changed') return this.store.recheckApp(event.appId, now)
    if (event.type.startsWith('app.')) return
    if ('networkId' in event && !('accountId' in event && event.accountId))
      return changesPolicy(event.type) ? this.store.recheckNetwork(event.networkId, now) : undefined
    if ('accountId' in event && event.accountId && !event.type.startsWith('sign_in.'))
      await this.store.recheckAccount(event.accountId, now)
  }

  /** Sessions of this account have ended, or of every account (null): the worker looks at what rests on them. */
  async recheck(accountId: string | null): Promise<void> {
    const { store, clock } = this
    if (accountId === null) await store.recheckAll(clock.now())
    else await store.recheckAccount(accountId, clock.now())
  }

  /** A job: verifies what is due, and ends what no longer counts. */
  async verifyDue(): Promise<void> {
    const due = await this.store.dueForCheck(this.clock.now(), CHECKED_AT_ONCE)
    const lane = async () => {
      for (let held = due.shift(); held !== undefined; held = due.shift()) await this.#verify(held)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  async #verify(held: AppSessionDocument): Promise<void> {
    const { store, apps, entry, clock } = this
    const now = clock.now()
    const lease = new Date(now.getTime() + LEASE_MS)
    if (!(await store.claimCheck(held, lease))) return
    const [app, caller] = await Promise.all([
      apps.byId(held.appId),
      entry.callerOf(`${held.accountId}~${held.sessionId}`),
    ])
    if (!app) return void (await this.end(held, 'APP_DELETED'))
    if (!caller) return void (await this.end(held, 'SIGNED_OUT'))
    const decision = await entry.decide(caller, app)
    if (decision.kind !== 'open' || !this.#reaches(held, app, decision.open.network))
      return void (await this.end(held, 'CLOSED'))
    const next = earlier(entry.nextCheckOf(caller, decision.open), new Date(now.getTime() + CHECKED_EVERY_MS))
    await store.setCheck(held._id, lease, next)
  }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}

/** A session that a provider alone vouches for knows of that network alone. */
function isKnownTo({ account, session }: SessionCaller, { networkId }: AppSessionDocument): boolean {
  return knowsOf(networkId, session.evidence, hasTwoFactor(account))
}

function changesPolicy(type: DomainEvent['type']): boolean {
  return /^(mandate|policy|sso|network|member)\./.test(type)
}
