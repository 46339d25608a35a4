import { ssoStartUrl } from '@twinlock/shared/slug'
import { hasTwoFactor, methodsOf } from '../accounts/account-factors.js'
import {
  isFirstStep,
  isOwnSignIn,
  missingFreshEvidence,
  secondStepsIn,
  withoutPasskeySignIn,
} from '../domain/evidence.js'
import { type EarlierSetting, settingAt } from '../domain/setting-change.js'
import { missingFreshEvidenceIn, type SsoPolicy } from '../domain/sso-policy.js'
import type { Origin } from '../events/event.types.js'
import type { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken, newToken } from '../platform/crypto/tokens.js'
import {
  accountChanged,
  forbidden,
  reauthenticationRequired,
  unauthenticated,
} from '../platform/errors/interruption.js'
import type { CookieJar } from '../platform/http/cookie-jar.js'
import type { KeyCaller, SessionCaller, SignInCaller } from './caller.js'
import type { ReadSession, SessionService } from './session.service.js'
import type { SignInProgressService } from './sign-in-progress.service.js'

/** The API key of a request: as it was read at the beginning, and as it is now. */
export interface RequestKey {
  caller: KeyCaller
  resume(): Promise<KeyCaller>
}

/** One request: its origin, its cookies and its caller, who is looked up lazily and at most once. */
export class RequestContext {
  // Not #private: Apollo makes a shallow copy of the context for each request, which would lose such fields.
  private sessionLookup: Promise<SessionCaller | null> | undefined
  private signInLookup: Promise<SignInCaller | null> | undefined
  private readonly memory = new Map<string, Promise<unknown>>()

  constructor(
    readonly origin: Origin,
    readonly cookies: CookieJar,
    private readonly sessions: SessionService,
    private readonly signIns: SignInProgressService,
    private readonly clock: Clock,
    private readonly requestKey: RequestKey | null = null,
    /** The account that the request is meant for, if it names one: the page may be older than the sign-in. */
    private readonly meantFor: string | null = null,
  ) {}

  /** The API key of the request; null when it carries none. */
  key(): KeyCaller | null {
    return this.requestKey?.caller ?? null
  }

  /**
   * The key as it counts now: it may have been revoked since the request began.
   * @throws Interruption UNAUTHENTICATED when it counts no longer
   */
  async currentKey(): Promise<KeyCaller | null> {
    return this.requestKey ? this.requestKey.resume() : null
  }

  /**
   * A request with an API key has no session, whatever cookies it carries.
   * @param read how to read the session; only that of the first call is used
   * @throws Interruption ACCOUNT_CHANGED when the request is meant for another account than the session's
   */
  async session(read?: ReadSession): Promise<SessionCaller | null> {
    if (this.requestKey) return null
    this.sessionLookup ??= this.sessions.resume(this.cookies.get('session'), read).then((found) => this.meant(found))
    return this.sessionLookup
  }

  /**
   * The sign-in in progress; its expiry and the account's epoch are checked.
   * @param signInId its public id, where the request names it: a sign-in that took its place is not the one
   */
  async signIn(signInId?: string | null): Promise<SignInCaller | null> {
    if (this.requestKey) return null
    this.signInLookup ??= this.signIns.resume(this.cookies.get('ticket'))
    const ticket = await this.signInLookup
    return signInId && ticket?.signIn.publicId !== signInId ? null : ticket
  }

  private meant<T extends SessionCaller | SignInCaller>(caller: T | null): T | null {
    if (caller && this.meantFor !== null && caller.account._id !== this.meantFor) throw accountChanged()
    return caller
  }

  /** @throws Interruption UNAUTHENTICATED without a session; a sign-in in progress is none */
  async requireSession(): Promise<SessionCaller> {
    const session = await this.session()
    if (!session) throw unauthenticated()
    return session
  }

  /** A person, or another system by its key, whose scopes were checked at the root field. */
  async requireSessionOrKey(): Promise<SessionCaller | KeyCaller> {
    return this.key() ?? this.requireSession()
  }

  /**
   * For what is the account's own: a session that an identity provider alone vouches for is good for its network, and
   * for nothing else, until the person signs in themselves.
   * @throws Interruption UNAUTHENTICATED; REAUTHENTICATION_REQUIRED with what is missing; FORBIDDEN without a password
   */
  async requireOwnSignIn(): Promise<SessionCaller> {
    const caller = await this.requireSession()
    requireOwn(caller)
    return caller
  }

  /**
   * @param within the network that the act takes place in: there a sign-in at its provider counts as well
   * @throws Interruption UNAUTHENTICATED, or REAUTHENTICATION_REQUIRED with what has to be proved again
   */
  async requireFreshSession(within?: {
    _id: string
    sso: SsoPolicy | null
    refusesPasskeySignIn?: boolean
    earlierPasskeySignIn?: EarlierSetting<boolean> | null
  }): Promise<SessionCaller> {
    const caller = await this.requireSession()
    if (!within) requireOwn(caller)
    const shown = caller.session.evidence
    const isOn = hasTwoFactor(caller.account)
    const now = this.clock.now()
    const isPasskeyEnough = settingAt(!within?.refusesPasskeySignIn, within?.earlierPasskeySignIn, now)
    const evidence = isPasskeyEnough ? shown : withoutPasskeySignIn(shown)
    const needs = within
      ? missingFreshEvidenceIn({ networkId: within._id, sso: within.sso }, evidence, isOn, now)
      : missingFreshEvidence(evidence, isOn, now)
    if (needs.length === 0) return caller
    throw reauthenticationRequired(needs, {
      ...(within && needs.includes('SSO') ? { startUrl: `${ssoStartUrl(within._id)}?confirm` } : {}),
      // A session that came by a provider sees nothing else of the account's second step.
      ...(isOwnSignIn(evidence, isOn) || !needs.includes('SECOND_STEP') ? {} : { methods: methodsOf(caller.account) }),
    })
  }

  /**
   * Who may set up a second step: a session, or the sign-in in progress that has come to its set-up.
   * @throws Interruption UNAUTHENTICATED, also where that sign-in still waits for the second step there is
   */
  async requireSetUpCaller(): Promise<SessionCaller | SignInCaller> {
    const session = await this.session()
    if (session) return this.requireOwnSignIn()
    const ticket = this.meant(await this.signIn())
    if (!ticket || (hasTwoFactor(ticket.account) && !ticket.signIn.isReEnrolling)) throw unauthenticated()
    return ticket
  }

  /** Identifies this browser from its first sign-in on, so that an unknown one can be reported; it gives no access. */
  browserId(): string {
    const known = this.cookies.get('browser')
    if (isToken(known)) return hashToken(known)
    const token = newToken()
    this.cookies.set('browser', token)
    return hashToken(token)
  }

  /** From now on this request acts for that session; earlier reads are discarded and repeated. */
  continueInSession(session: SessionCaller, token?: string): void {
    this.sessionLookup = Promise.resolve(session)
    this.signInLookup = Promise.resolve(null)
    this.memory.clear()
    if (!token) return
    this.leaveSession()
    this.cookies.set('session', token)
    this.cookies.clear('ticket')
    this.makeBrowserKnown(session.account)
  }

  /**
   * Without https another site of this host, or anyone on the way, can plant a cookie: what was brought along is then
   * replaced by a name that only this browser was given. It costs other accounts of this browser their notice-free
   * sign-in there.
   */
  private makeBrowserKnown({ _id, knownBrowsers }: SessionCaller['account']): void {
    if (knownBrowsers.includes(this.browserId())) return
    if (!this.cookies.isSecure) this.cookies.set('browser', newToken())
    this.sessions.knowBrowser(_id, this.browserId())
  }

  signOut(): void {
    this.sessionLookup = Promise.resolve(null)
    this.signInLookup = Promise.resolve(null)
    this.cookies.clear('session')
    this.cookies.clear('ticket')
  }

  continueInSignIn(ticket: SignInCaller, token?: string): void {
    this.signInLookup = Promise.resolve(ticket)
    this.memory.clear()
    if (!token) return
    this.leaveSession()
    this.sessionLookup = Promise.resolve(null)
    this.cookies.set('ticket', token)
  }

  /** The browser continues at an identity provider; its ticket records the own sign-in and gives no access. */
  continueAtProvider(token: string): void {
    this.signInLookup = Promise.resolve(null)
    this.memory.clear()
    this.leaveSession()
    this.sessionLookup = Promise.resolve(null)
    this.cookies.set('ticket', token)
  }

  /** The account's own sign-in that this browser completed before it went to the identity provider. */
  async ownSignInBeforeSso(): Promise<SignInCaller | null> {
    return this.signIns.resumeAwaitingSso(this.cookies.get('ticket'))
  }

  /** An earlier session of this browser ends once a password is shown (ASVS 7.2.4). */
  private leaveSession(): void {
    this.sessions.leave(this.cookies.get('session') ?? '')
    this.cookies.clear('session')
  }

  /** Stores a value that was read already, for `memoize`. */
  remember(key: string, value: unknown): void {
    this.memory.set(key, Promise.resolve(value))
  }

  /** Memoizes a read for the rest of the request. */
  memoize<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.memory.get(key) as Promise<T> | undefined
    if (known) return known
    const reading = read()
    this.memory.set(key, reading)
    return reading
  }
}

/** What of the account's own sign-in a session lacks. @throws Interruption */
function requireOwn({ session: { evidence }, account }: SessionCaller): void {
  const isOn = hasTwoFactor(account)
  if (isOwnSignIn(evidence, isOn)) return
  if (account.passwordHash === null)
    throw forbidden('Your company sign-in opens its own network alone. Choose a password for your account first.')
  const hasPassword = evidence.some(isFirstStep)
  const hasSecondStep = secondStepsIn(evidence).length > 0
  throw reauthenticationRequired([
    ...(hasPassword ? [] : ['PASSWORD' as const]),
    ...(isOn && !hasSecondStep ? ['SECOND_STEP' as const] : []),
  ])
}
