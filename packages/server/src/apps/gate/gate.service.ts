import { inject } from '@needle-di/core'
import { HOUR } from '@twinlock/shared/durations'
import type { Locale } from '@twinlock/shared/locales'
import { ownPathOf } from '@twinlock/shared/own-path'
import type { AppRule } from '../../domain/app-access.js'
import { resolveRule, ruleForPath, unambiguousPath } from '../../domain/path-rules.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isToken, newToken } from '../../platform/crypto/tokens.js'
import { readerLocale } from '../../platform/http/request-locale.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import type { AppDocument, PathRule } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { AppRulesService } from '../app-rules.service.js'
import { AppEntryService, anyRule, type EntryDecision } from '../entry/app-entry.service.js'
import { pairwiseSubject, subjectIdOf } from '../oidc/subject.js'
import { AppSessionsService } from '../sessions/app-sessions.service.js'
import { GateEntryStore } from './gate-entry.store.js'
import type { GateRequest } from './gate-request.js'

/** From the app's host to the sign-in, whatever is missing there, and back. */
const ENTRY_LIFETIME_MS = 2 * HOUR
/** From the sign-in back to the host. */
const CODE_LIFETIME_MS = 60_000
export const GATE_ENTRY_PREFIX = 'gte_'

/** Why a request is refused; each has a line in the pages' texts. */
export type GateRefusal = 'ambiguousPath' | 'unknownHost' | 'unverifiedHost' | 'roleNotAllowed'

export type GateAnswer =
  | { kind: 'let-in'; headers: Record<string, string> }
  /** Where the person is led, on the host of the app. */
  | { kind: 'sign-in'; location: string }
  | { kind: 'refused'; reason: GateRefusal }

/** Answers proxies: may this request pass, and who is it? */
export class GateService {
  constructor(
    private readonly apps = inject(AppStore),
    private readonly entries = inject(GateEntryStore),
    private readonly entry = inject(AppEntryService),
    private readonly appSessions = inject(AppSessionsService),
    private readonly sessions = inject(SessionService),
    private readonly rules = inject(AppRulesService),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * One read if the cookie belongs to this host; every condition is evaluated on that one read.
   * @param token the cookie of the app's host
   */
  async decide({ host, scheme, uri, method }: GateRequest, token: string | undefined): Promise<GateAnswer> {
    const path = unambiguousPath(uri)
    if (path === null) return { kind: 'refused', reason: 'ambiguousPath' }
    const known = isToken(token) ? await this.appSessions.atGate(hashToken(token)) : null
    const here = known?.appSession.host === host && known.app?.hosts?.includes(host) ? known : null
    const found = here ? { app: here.app, network: here.stay?.network } : (await this.apps.byHosts([host]))[0]
    const app = found?.app
    if (!app) return { kind: 'refused', reason: 'unknownHost' }
    if (!found.network || !this.rules.ownsHost(found.network, host))
      return { kind: 'refused', reason: 'unverifiedHost' }
    const rule = ruleForPath(app.pathRules, path)
    if (rule?.isPublic) return { kind: 'let-in', headers: headersOf(null) }
    const caller = here?.session ? this.sessions.callerOf(here.session, here.account) : null
    const decision = caller && here && (await this.entry.decideAsRead(caller, here.stay, app, fullRule(app, rule)))
    if (caller && here && decision?.kind === 'open') {
      this.appSessions.noteUse(here.appSession)
      this.sessions.noteUse(caller.session)
      return { kind: 'let-in', headers: headersOf({ caller, decision, app }) }
    }
    if (decision?.kind === 'missing' && decision.entry.kind === 'not-for-role')
      return { kind: 'refused', reason: 'roleNotAllowed' }
    // A form cannot be sent again after a sign-in: the person returns to the start page instead.
    const to = method === 'GET' || method === 'HEAD' ? uri : '/'
    return { kind: 'sign-in', location: `${scheme}://${host}/.twinlock/start?to=${encodeURIComponent(to)}` }
  }

  /** Begins the way to the sign-in. @returns null where no app has the host */
  async begin(origin: string, to: unknown): Promise<{ id: string; nonce: string } | null> {
    const { host } = new URL(origin)
    const [found] = await this.apps.byHosts([host])
    if (!found?.network || !this.rules.ownsHost(found.network, host)) return null
    const { app } = found
    const now = this.clock.now()
    const [id, nonce] = [newToken(), newToken()]
    await this.entries.insert({
      _id: hashToken(id),
      appId: app._id,
      origin,
      to: ownPathOf(to, origin) ?? '/',
      nonceHash: hashToken(nonce),
      createdAt: now,
      expiresAt: new Date(now.getTime() + ENTRY_LIFETIME_MS),
      code: null,
      usedAt: null,
    })
    return { id: `${GATE_ENTRY_PREFIX}${id}`, nonce }
  }

  /** What such an entry requests; null when it has expired. */
  async requestOf(entryId: string): Promise<{ app: AppDocument; rule: AppRule; host: string } | null> {
    const found = await this.entries.open(hashToken(entryId.slice(GATE_ENTRY_PREFIX.length)), this.clock.now())
    const app = found && (await this.apps.byId(found.appId))
    if (!found || !app) return null
    return { app, rule: ruleOf(app, found.to), host: new URL(found.origin).host }
  }

  /** The sign-in is done: back to the host, with a code that is good once, within a minute, in that browser. */
  async finish(entryId: string, caller: SessionCaller): Promise<string | null> {
    const id = entryId.slice(GATE_ENTRY_PREFIX.length)
    const now = this.clock.now()
    const found = await this.entries.open(hashToken(id), now)
    if (!found) return null
    const code = newToken()
    const isGiven = await this.entries.giveCode(found._id, {
      hash: hashToken(code),
      accountId: caller.account._id,
      sessionId: caller.session.publicId,
      expiresAt: new Date(now.getTime() + CODE_LIFETIME_MS),
    })
    return isGiven ? `${found.origin}/.twinlock/callback?${new URLSearchParams({ id, code })}` : null
  }

  /** Back at the host. @returns the cookie of the gate and where to go on; null for a code that is not good here */
  async arrive(
    origin: string,
    given: { id: unknown; code: unknown; nonce: unknown },
  ): Promise<{ token: string; to: string } | null> {
    const { id, code, nonce } = given
    if (!isToken(id) || !isToken(code) || !isToken(nonce)) return null
    const found = await this.entries.spendCode(
      { id: hashToken(id), codeHash: hashToken(code), nonceHash: hashToken(nonce), origin },
      this.clock.now(),
    )
    const app = found?.code && (await this.apps.byId(found.appId))
    const caller = found?.code && (await this.sessions.byPublicId(found.code.accountId, found.code.sessionId))
    if (!found || !app || !caller) return null
    // The steps of a path are required at the path: here it is enough that the app is for this person.
    const rule = { ...ruleOf(app, found.to), requires: 'SIGNED_IN' as const, withinMinutes: null }
    const decision = await this.entry.decide(caller, app, rule)
    if (decision.kind !== 'open') return null
    const { open, level } = decision
    const { host } = new URL(origin)
    if (!app.hosts?.includes(host) || !this.rules.ownsHost(open.network, host)) return null
    const token = newToken()
    await this.appSessions.begin({ id: hashToken(token), kind: 'GATE', app, caller, open, level, sid: null, host })
    return { token, to: found.to }
  }

  /**
   * The language for a page at a host: the person's whose cookie it is, else the browser's, else that of the network
   * whose app is there.
   */
  async localeAt(host: string, token: string | undefined, browser: Locale | undefined): Promise<Locale> {
    const known = isToken(token) ? await this.appSessions.atGate(hashToken(token)) : null
    const account = known?.appSession.host === host ? known.account : null
    const [found] = account?.locale || browser ? [] : await this.apps.byHosts([host])
    return readerLocale(account, found?.network, browser)
  }

  async leave(token: string | undefined): Promise<void> {
    if (isToken(token)) await this.appSessions.endById(hashToken(token), 'SIGNED_OUT')
  }
}

function ruleOf(app: AppDocument, uri: string): AppRule {
  return fullRule(app, ruleForPath(app.pathRules, unambiguousPath(uri) ?? '/'))
}

function fullRule(app: AppDocument, rule: PathRule | null): AppRule {
  return rule ? resolveRule(rule, anyRule(app)) : anyRule(app)
}

interface AdmittedUser {
  caller: SessionCaller
  decision: Extract<EntryDecision, { kind: 'open' }>
  app: AppDocument
}

/** Always all five: a header that the gate leaves out could be written by a client. */
function headersOf(who: AdmittedUser | null): Record<string, string> {
  return {
    'Remote-User': who ? pairwiseSubject(who.app.networkId, subjectIdOf(who.caller)) : '',
    'Remote-Email': who?.caller.account.email ?? '',
    'Remote-Name': who ? headerText(who.caller.account.name) : '',
    'Remote-Groups': who?.decision.open.membership.role ?? '',
    'Remote-Acr': who?.decision.level.acr ?? '',
  }
}

/** UTF-8, as most apps read a header. A name has no control characters; here none would end a line. */
function headerText(text: string): string {
  return Buffer.from(text.replace(/\p{Cc}/gu, ' '), 'utf8').toString('latin1')
}
