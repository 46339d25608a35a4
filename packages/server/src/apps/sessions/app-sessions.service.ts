import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { OpenToPerson } from '../../access/access.service.js'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import type { SignInLevel } from '../../domain/app-access.js'
import { knowsOf } from '../../domain/sso-policy.js'
import type { AppAccessEnd, DomainEvent } from '../../events/event.types.js'
import { type EventFrame, networkEventOf, systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { newId } from '../../platform/crypto/tokens.js'
import { Background } from '../../platform/jobs/background.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { nextCheckOf } from '../entry/app-entry.service.js'
import { artifactId } from '../oidc/adapter.js'
import { ArtifactStore } from '../oidc/artifact.store.js'
import type { AppSessionDocument } from './app-session.model.js'
import { AppSessionStore, type GateSession } from './app-session.store.js'
import { AppVisitStore } from './app-visit.store.js'

const ENDED_AT_ONCE = 200

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

/** What apps hold in the name of members, from its beginning to its end. */
export class AppSessionsService {
  constructor(
    private readonly store = inject(AppSessionStore),
    private readonly visits = inject(AppVisitStore),
    private readonly apps = inject(AppStore),
    private readonly artifacts = inject(ArtifactStore),
    private readonly relay = inject(EventRelay),
    private readonly background = inject(Background),
    private readonly clock = inject(Clock),
  ) {}

  /** Notes an access; the first of its grant or cookie is an event. */
  async begin({ id, kind, app, caller, open, level, sid, host }: BegunAccess): Promise<void> {
    const { store, visits, apps, clock, background, relay } = this
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
      checkAt: nextCheckOf(caller, open, now),
      endedAt: null,
      reason: null,
      logout: null,
      events: [event],
    })
    const who = { appId: app._id, networkId: network._id, accountId: account._id }
    if (!isFirst) return this.noteUse({ _id: id, ...who })
    background.run('app access begun', async () => {
      await Promise.all([
        relay.dispatch('app_sessions', id, [event]),
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

  async atGate(id: string): Promise<GateSession | null> {
    return this.store.atGate(id)
  }

  /** Ends an access: its tokens first, then it notifies the app. @returns false when it had ended already */
  async end(appSession: AppSessionDocument, reason: AppAccessEnd, by?: EventFrame): Promise<boolean> {
    const { store, apps, clock, relay } = this
    const now = clock.now()
    if (appSession.kind === 'OIDC') await this.#revokeGrant(appSession._id)
    const [app] = await apps.byIds([appSession.appId])
    const isNotified = appSession.kind === 'OIDC' && app?.backChannelLogoutUri != null
    const { appId, appName, accountId, email } = appSession
    const event: DomainEvent = {
      type: 'app.access_ended',
      ...(by ?? systemEventOf({ _id: appSession.networkId, name: appSession.networkName }, now)),
      appId,
      appName,
      accountId,
      email,
      reason,
    }
    if (!(await store.end(appSession._id, now, reason, isNotified, event))) return false
    relay.dispatchSoon('app_sessions', appSession._id)
    return true
  }

  /** Ends the tokens of a grant. */
  async #revokeGrant(grantId: string): Promise<void> {
    await this.artifacts.delete(artifactId('Grant', grantId))
    await this.artifacts.deleteFamily(grantId)
  }

  async endById(id: string, reason: AppAccessEnd): Promise<void> {
    const appSession = await this.store.live(id)
    if (appSession) await this.end(appSession, reason)
  }

  /** What apps hold in the caller's name, or one of them. */
  async endOf(caller: SessionCaller, appId: string | null): Promise<void> {
    for (const appSession of await this.store.liveOf(caller.account._id, appId))
      if (isKnownTo(caller, appSession)) await this.end(appSession, 'ENDED_BY_MEMBER')
  }

  /** What one app holds in the name of a member. @returns false when they have never used it */
  async endOfMember(appId: string, accountId: string, by: EventFrame): Promise<boolean> {
    const { store, visits } = this
    if (!(await visits.has(appId, accountId))) return false
    // Each is a separate event.
    for (const appSession of await store.liveOf(accountId, appId))
      await this.end(appSession, 'ENDED_BY_ADMIN', { ...by, id: newId('evt') })
    return true
  }

  /** Resolves when the ends are written down: what follows an erasure must write no name any more. */
  async endBeforeErasure(whose: { accountId: string } | { networkId: string }): Promise<void> {
    for (;;) {
      const batch = await this.store.liveWhose(whose, ENDED_AT_ONCE)
      for (const appSession of batch) {
        await this.end(appSession, 'CLOSED')
        await this.relay.dispatch('app_sessions', appSession._id)
      }
      if (batch.length < ENDED_AT_ONCE) return
    }
  }

  async endOfApp(appId: string): Promise<void> {
    for (;;) {
      const batch = await this.store.liveOfApp(appId, ENDED_AT_ONCE)
      for (const appSession of batch) await this.end(appSession, 'APP_DELETED')
      if (batch.length < ENDED_AT_ONCE) break
    }
    await this.visits.forgetApp(appId)
  }
}

/** A session that a provider alone vouches for knows of that network alone. */
export function isKnownTo({ account, session }: SessionCaller, { networkId }: AppSessionDocument): boolean {
  return knowsOf(networkId, session.evidence, hasTwoFactor(account))
}
