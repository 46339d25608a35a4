import { inject } from '@needle-di/core'
import { leastRule } from '../../domain/path-rules.js'
import type { EventsFor } from '../../events/consequences.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { AppRulesService } from '../app-rules.service.js'
import { AppEntryService, anyRule, nextCheckOf } from '../entry/app-entry.service.js'
import type { AppSessionDocument } from './app-session.model.js'
import { AppSessionStore } from './app-session.store.js'
import { AppSessionsService, isKnownTo } from './app-sessions.service.js'
import { type AfterVisit, type AppVisitor, AppVisitStore } from './app-visit.store.js'

/** A worker that dies leaves a session to the next after so long. */
const LEASE_MS = 30_000
/** In one run of a second: what closes for thousands at once goes out at this rate. */
const CHECKED_AT_ONCE = 200
const LANES = 8

/**
 * Shows only those app sessions that are still valid, and ends the rest. Validity is decided on every use; ending them
 * here as well, so that apps are notified without a request, is a convenience.
 */
export class AppChecksService {
  constructor(
    private readonly appSessions = inject(AppSessionsService),
    private readonly store = inject(AppSessionStore),
    private readonly visits = inject(AppVisitStore),
    private readonly apps = inject(AppStore),
    private readonly rules = inject(AppRulesService),
    private readonly entry = inject(AppEntryService),
    private readonly clock = inject(Clock),
  ) {}

  /** In the networks that the caller's session knows of: in one that a provider alone vouches for, that network's. */
  async liveOf(caller: SessionCaller): Promise<AppSessionDocument[]> {
    const found = await this.store.liveWithApps(caller.account._id)
    return found
      .filter(
        ({ appSession, app, network }) =>
          isKnownTo(caller, appSession) && app && network && this.#reaches(appSession, app, network),
      )
      .map(({ appSession }) => appSession)
  }

  /** Who used an app, and what it holds in their name now. */
  async visitorsOf(
    app: AppDocument,
    network: NetworkDocument,
    after: AfterVisit,
    limit: number,
  ): Promise<AppVisitor[]> {
    const found = await this.visits.ofApp(app._id, after, limit)
    return found.map((each) => ({
      ...each,
      live: each.live.filter((appSession) => this.#reaches(appSession, app, network)),
    }))
  }

  /** The app still has the host of the gate's cookie, and the network the domain. */
  #reaches({ kind, host }: AppSessionDocument, app: AppDocument, network: NetworkDocument): boolean {
    if (app.deletedAt) return false
    return kind === 'OIDC' || (!!host && !!app.hosts?.includes(host) && this.rules.ownsHost(network, host))
  }

  /** Rechecks at once everyone who may have lost access by an event. */
  async follow(event: EventsFor<'apps'>): Promise<void> {
    const now = this.clock.now()
    if ('appId' in event) return this.store.recheckApp(event.appId, now)
    if ('accountId' in event && event.accountId !== null) return this.store.recheckAccount(event.accountId, now)
    if ('networkId' in event) return this.store.recheckNetwork(event.networkId, now)
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
      for (let appSession = due.shift(); appSession !== undefined; appSession = due.shift())
        await this.#verify(appSession)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  async #verify(appSession: AppSessionDocument): Promise<void> {
    const { store, apps, entry, clock } = this
    const now = clock.now()
    const lease = new Date(now.getTime() + LEASE_MS)
    if (!(await store.claimCheck(appSession, lease))) return
    const [app, caller] = await Promise.all([
      apps.byId(appSession.appId),
      entry.callerOf(`${appSession.accountId}~${appSession.sessionId}`),
    ])
    if (!app) return void (await this.appSessions.end(appSession, 'APP_DELETED'))
    if (!caller) return void (await this.appSessions.end(appSession, 'SIGNED_OUT'))
    // A path may admit roles that the app does not. The steps of a path are checked with each request instead.
    const rule = appSession.kind === 'GATE' ? leastRule(app.pathRules, anyRule(app)) : anyRule(app)
    const decision = await entry.decide(caller, app, rule)
    if (decision.kind !== 'open' || !this.#reaches(appSession, app, decision.open.network))
      return void (await this.appSessions.end(appSession, 'CLOSED'))
    await store.setCheck(appSession._id, lease, nextCheckOf(caller, decision.open, now))
  }
}
