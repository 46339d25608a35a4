import { inject } from '@needle-di/core'
import { AccessService, type OpenToPerson } from '../../access/access.service.js'
import { methodsOf } from '../../accounts/account-factors.js'
import { type AppEntry, type AppRule, appEntry, levelOf, type SignInLevel } from '../../domain/app-access.js'
import { nextChangeAt, validEvidence } from '../../domain/network-access.js'
import { factsOf } from '../../memberships/membership.model.js'
import type { StayInNetwork } from '../../memberships/membership.store.js'
import { policyAt } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { Interruption } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService, sessionEndsAt } from '../../sessions/session.service.js'
import type { AppDocument } from '../app.model.js'
import { parseSubject } from '../oidc/subject.js'
import type { DecidingFacts } from '../sessions/deciding-facts.js'

/** Of any one session, even if nothing is known to change. */
const CHECKED_EVERY_MS = 300_000

export type EntryDecision =
  | { kind: 'open'; open: OpenToPerson; level: SignInLevel }
  /** The network is closed to this session, or unknown to it: the interruption that any other access gets. */
  | { kind: 'closed'; interruption: Interruption }
  /** The network is open, and the app asks more. */
  | { kind: 'missing'; open: OpenToPerson; entry: Exclude<AppEntry, { kind: 'open' }> }

export const anyRule = ({ access, roles, requires }: AppDocument): AppRule => ({
  access,
  roles,
  requires,
  withinMinutes: null,
})

/** Whether a session may open an app now: its network is asked first, then the app's own rule. */
export class AppEntryService {
  constructor(
    private readonly access = inject(AccessService),
    private readonly sessions = inject(SessionService),
    private readonly clock = inject(Clock),
  ) {}

  async decide(
    caller: SessionCaller,
    app: AppDocument,
    rule: AppRule = anyRule(app),
    since: Date | null = null,
  ): Promise<EntryDecision> {
    return this.#decide(caller, app, rule, since, () => this.access.enter(caller, app.networkId))
  }

  /** The same of what was read together with the caller: without another read. */
  async decideAsRead(
    caller: SessionCaller,
    stay: StayInNetwork | null,
    app: AppDocument,
    rule: AppRule = anyRule(app),
    since: Date | null = null,
  ): Promise<EntryDecision> {
    return this.#decide(caller, app, rule, since, async () => this.access.enterAsRead(caller, stay))
  }

  async #decide(
    caller: SessionCaller,
    app: AppDocument,
    rule: AppRule,
    since: Date | null,
    enter: () => Promise<OpenToPerson>,
  ): Promise<EntryDecision> {
    const open = await orInterruption(enter)
    if (open instanceof Interruption) return { kind: 'closed', interruption: open }
    const { account, session } = caller
    const facts = {
      networkId: app.networkId,
      sso: open.network.sso,
      role: open.membership.role,
      factors: methodsOf(account),
      hasPassword: account.passwordHash !== null,
    }
    const now = this.clock.now()
    // The network was opened by what counts for it: an app receives, and accepts, nothing older.
    const counting = { policy: policyAt(open.network, now), membership: factsOf(open.membership), use: session }
    const evidence = validEvidence(counting, session.evidence, now)
    const entry = appEntry(rule, facts, evidence, now, since)
    if (entry.kind !== 'open') return { kind: 'missing', open, entry }
    return { kind: 'open', open, level: levelOf(facts, evidence, now) }
  }

  /** The session that a subject names, as it counts now; null once it has ended. */
  async callerOf(subjectId: string): Promise<SessionCaller | null> {
    const subject = parseSubject(subjectId)
    return subject && this.sessions.byPublicId(subject.accountId, subject.sessionId)
  }

  /** The same of what was read together; null once it has ended. */
  callerAsRead({ session, account }: DecidingFacts): SessionCaller | null {
    return session && this.sessions.callerOf(session, account)
  }
}

/** When time alone may next close what is open now; however far that is, it is looked at every five minutes. */
export function nextCheckOf({ session }: SessionCaller, open: OpenToPerson, now: Date): Date {
  const facts = { policy: policyAt(open.network, now), standing: open.standing, use: session }
  const { earlierSessionLimit, earlierTrustedDeviceDays, earlierPasskeySignIn } = open.network
  const moments = [
    nextChangeAt(facts, session.evidence, now),
    earlierSessionLimit?.until,
    earlierTrustedDeviceDays?.until,
    earlierPasskeySignIn?.until,
  ].filter((moment): moment is Date => !!moment && moment > now)
  return new Date(Math.min(now.getTime() + CHECKED_EVERY_MS, ...[...moments, sessionEndsAt(session)].map(Number)))
}

async function orInterruption<T>(act: () => Promise<T>): Promise<T | Interruption> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Interruption) return error
    throw error
  }
}
