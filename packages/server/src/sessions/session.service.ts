import { InjectionToken, inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { guessesCountSince } from '../domain/attempt-limit.js'
import { type Evidence, isFresh, isSecondStep, provedAt, withEvidence } from '../domain/evidence.js'
import { pausesAt } from '../domain/session-limit.js'
import type { AccountEvent, DomainEvent, Origin } from '../events/event.types.js'
import { eventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken, newId, newToken } from '../platform/crypto/tokens.js'
import { unauthenticated } from '../platform/errors/interruption.js'
import { allDone, Background } from '../platform/jobs/background.js'
import type { SessionCaller } from './caller.js'
import { KnownPlacesService } from './known-places.service.js'
import type { SessionDocument, SignInDocument } from './session.model.js'
import { SessionStore, type SessionWithAccount } from './session.store.js'

/** What follows once sessions of an account have ended, or of every account (null). Apps are on a higher floor. */
export type AfterSessionsEnded = (accountId: string | null) => Promise<void>
export const AfterSessionsEnded = new InjectionToken<AfterSessionsEnded>('AfterSessionsEnded')

/**
 * The ids of an account's networks that this evidence opens; with `before`, the session as it was, only those that were
 * closed to it. Memberships are on a higher floor.
 */
export type NetworksOpenedBy = (
  account: AccountDocument,
  evidence: readonly Evidence[],
  before?: SessionCaller,
) => Promise<string[]>
export const NetworksOpenedBy = new InjectionToken<NetworksOpenedBy>('NetworksOpenedBy')

/** By the hash of its token; a read may bring along what else the request needs. */
export type ReadSession = (tokenHash: string) => Promise<SessionWithAccount | null>

export interface OpenedSession {
  caller: SessionCaller
  /** For the cookie; only its hash is stored. */
  token: string
}

export class SessionService {
  constructor(
    private readonly store = inject(SessionStore),
    private readonly places = inject(KnownPlacesService),
    private readonly relay = inject(EventRelay),
    private readonly background = inject(Background),
    private readonly clock = inject(Clock),
    private readonly afterSessionsEnded = inject(AfterSessionsEnded),
    private readonly networksOpenedBy = inject(NetworksOpenedBy),
  ) {}

  /**
   * Opens a session with what was proved, and notifies the owner if the browser is unknown.
   * @param opens the networks that this evidence opens
   * @param signIn the one that a second step has finished: it is ended in the background
   */
  async open(
    account: AccountDocument,
    evidence: Evidence[],
    origin: Origin,
    browser: string | null,
    opens: string[],
    signIn: SignInDocument | null = null,
  ): Promise<OpenedSession> {
    const token = newToken()
    const now = this.clock.now()
    const isNewBrowser = account.knownBrowsers.length > 0 && !(browser && account.knownBrowsers.includes(browser))
    const provider = evidence.find((piece) => piece.method === 'IDENTITY_PROVIDER')?.networkId
    const session: SessionDocument = {
      _id: hashToken(token),
      publicId: newId('ses'),
      accountId: account._id,
      epoch: account.epoch,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + limits.sessionLifetime),
      evidence,
      origin,
      sms: null,
      mailbox: null,
      guesses: 0,
      idToken: null,
      events: [
        {
          type: 'sign_in.completed',
          ...eventOf(account, origin, now),
          methods: evidence.map((piece) => piece.method),
          isNewBrowser,
          opens,
          ...(provider ? { provider } : {}),
        },
      ],
    }
    await this.store.insert(session)
    this.background.run('session opened', () =>
      allDone([
        this.relay.dispatch('sessions', session._id, session.events),
        this.places.remember(account, origin, browser, signIn?._id ?? null, now),
      ]),
    )
    return { caller: { kind: 'session', session, account }, token }
  }

  /** Whose session it is; null when unknown, expired, idle for too long, or of an older epoch of the account. */
  async resume(
    token: string | undefined,
    read: ReadSession = (tokenHash) => this.store.withAccount(tokenHash),
  ): Promise<SessionCaller | null> {
    if (!isToken(token)) return null
    const found = await read(hashToken(token))
    const caller = found && this.callerOf(found.session, found.account)
    if (caller) this.noteUse(caller.session)
    return caller
  }

  /** From a session and its account as just read: null when the session has ended, or has another epoch. */
  callerOf(session: SessionDocument, account: AccountDocument | null): SessionCaller | null {
    if (!account || account.epoch !== session.epoch || this.clock.now() >= sessionEndsAt(session)) return null
    return { kind: 'session', session, account }
  }

  /** A request of the person, here or at an app behind the gate: the session is not idle. */
  noteUse(session: SessionDocument): void {
    const now = this.clock.now()
    if (now.getTime() - session.lastSeenAt.getTime() < limits.sessionTouchInterval) return
    this.background.run('session touched', () => this.store.touch(session._id, now, pausesAt(now, session)))
  }

  /** The live session with this id. An app requests it, not the person, so this does not count as activity. */
  async byPublicId(accountId: string, publicId: string): Promise<SessionCaller | null> {
    const found = await this.store.withAccountByPublicId(accountId, publicId)
    return found && this.callerOf(found.session, found.account)
  }

  /**
   * Records in a session what was just proved in it. Where that opens a network, it is a sign-in to that network.
   * @throws Interruption UNAUTHENTICATED when it has ended meanwhile
   */
  async record(caller: SessionCaller, piece: Evidence, origin: Origin): Promise<SessionCaller> {
    const event = await this.#enteredBy(piece, caller, caller.account, origin)
    const session = await this.store.record(caller.session._id, piece, event)
    if (!session) throw unauthenticated('You were just signed out. Sign in again.')
    if (event) this.relay.dispatchSoon('sessions', session._id)
    return { ...caller, session }
  }

  /**
   * After a change that raised the account's epoch: this is the one session that follows. A crash before it ends this
   * session too, and never leaves another alive.
   */
  async follow(
    caller: SessionCaller,
    account: AccountDocument,
    proved?: { piece: Evidence; origin: Origin },
  ): Promise<SessionCaller> {
    const { session } = caller
    const evidence = proved ? withEvidence(session.evidence, proved.piece) : session.evidence
    const event = proved ? await this.#enteredBy(proved.piece, caller, account, proved.origin) : null
    await this.store.follow(session._id, session.epoch, account.epoch, proved?.piece ?? null, event)
    if (event) this.relay.dispatchSoon('sessions', session._id)
    const following = {
      ...session,
      evidence,
      epoch: account.epoch,
      sms: null,
      mailbox: null,
      passkey: null,
    }
    return { kind: 'session', session: following, account }
  }

  /** Ends a session; the event, if any, is written with it. @returns false when it had ended */
  async end({ _id, accountId }: SessionDocument, event: DomainEvent | null = null): Promise<boolean> {
    const hasEnded = await this.store.end(_id, this.clock.now(), event)
    if (!hasEnded) return false
    this.background.run('session ended', () => this.afterSessionsEnded(accountId))
    this.relay.dispatchSoon('sessions', _id)
    return true
  }

  /** @returns false when there is no such session on this account */
  async endByPublicId({ account }: SessionCaller, publicId: string, origin: Origin): Promise<boolean> {
    const session = await this.store.byPublicId(account._id, publicId)
    return session !== null && this.end(session, this.#endedEvent(account, origin))
  }

  /** One entry in the account's activity, however many they were. */
  async endOthers({ account, session }: SessionCaller, origin: Origin): Promise<void> {
    const event = this.#endedEvent(account, origin)
    const others = await this.store.othersOf(account._id, session._id)
    await Promise.all(others.map((other) => this.end(other, event)))
  }

  /** The next sign-in of this account in that browser is reported to nobody. */
  knowBrowser(accountId: string, browser: string): void {
    this.places.knowBrowser(accountId, browser)
  }

  /** Ends the session that a browser leaves behind; nobody waits for it, since its cookie is gone already. */
  leave(token: string): void {
    if (!isToken(token)) return
    this.background.run('session left', async () => {
      const session = await this.store.byTokenHash(hashToken(token))
      if (session) await this.end(session)
    })
  }

  /**
   * The sign-in to the networks that this piece opens in a running session; null where it opens none. A provider's word is
   * about its own network alone; otherwise what was proved in the last minutes counts together.
   */
  async #enteredBy(
    piece: Evidence,
    before: SessionCaller,
    account: AccountDocument,
    origin: Origin,
  ): Promise<AccountEvent | null> {
    const evidence = withEvidence(before.session.evidence, piece)
    const opens = await this.networksOpenedBy(account, evidence, before)
    if (opens.length === 0) return null
    const isProvider = piece.method === 'IDENTITY_PROVIDER'
    const used = isProvider ? [piece] : evidence.filter((each) => !('networkId' in each) && isFresh(each.at, piece.at))
    return {
      type: 'sign_in.completed',
      ...eventOf(account, origin, piece.at),
      methods: used.map(({ method }) => method),
      isNewBrowser: false,
      opens,
      ...(isProvider ? { provider: piece.networkId } : {}),
    }
  }

  #endedEvent(account: AccountDocument, origin: Origin): AccountEvent {
    return { type: 'session.ended', ...eventOf(account, origin, this.clock.now()) }
  }
}

/** The target of attempts in a session: five, and five more after fifteen minutes or a successful proof. */
export function guessTargetOf({ publicId, epoch, evidence }: SessionDocument, now: Date) {
  const lastProof = provedAt(evidence, (piece) => isSecondStep(piece) || piece.method === 'MAILBOX')
  return { id: publicId, since: guessesCountSince(lastProof, now), where: { epoch }, endsAt: null }
}

/** Two weeks in all, three days without a request. */
export function sessionEndsAt({ expiresAt, lastSeenAt }: SessionDocument): Date {
  return new Date(Math.min(expiresAt.getTime(), lastSeenAt.getTime() + limits.sessionIdle))
}
