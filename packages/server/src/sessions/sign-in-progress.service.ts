import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { type Evidence, withEvidence } from '../domain/evidence.js'
import type { Origin } from '../events/event.types.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken, newId, newToken } from '../platform/crypto/tokens.js'
import type { SessionCaller, SignInCaller } from './caller.js'
import type { SignInDocument } from './session.model.js'
import { NetworksOpenedBy, type OpenedSession, SessionService } from './session.service.js'
import { SignInStore } from './sign-in.store.js'

/** The sign-in in progress: between the password and the session, bound to its browser by a cookie. */
export class SignInProgressService {
  constructor(
    private readonly store = inject(SignInStore),
    private readonly profiles = inject(ProfileStore),
    private readonly sessions = inject(SessionService),
    private readonly clock = inject(Clock),
    private readonly networksOpenedBy = inject(NetworksOpenedBy),
  ) {}

  /** A sign-in that is not stored yet: its codes are sealed to its public id first. */
  draft(account: AccountDocument, evidence: Evidence[], origin: Origin, browser: string | null) {
    const ticket = newToken()
    const now = this.clock.now()
    const signIn: SignInDocument = {
      _id: hashToken(ticket),
      publicId: newId('sgn'),
      accountId: account._id,
      epoch: account.epoch,
      createdAt: now,
      expiresAt: new Date(now.getTime() + limits.signInLifetime),
      extensions: 0,
      evidence,
      origin,
      browser,
      sms: null,
      smsHeldUntil: null,
      awaitsSso: false,
      isReEnrolling: false,
      mailbox: null,
      guesses: 0,
    }
    return { ticket, signIn }
  }

  async begin(
    account: AccountDocument,
    ticket: string,
    signIn: SignInDocument,
  ): Promise<{ caller: SignInCaller; ticket: string }> {
    await this.store.insert(signIn)
    return { caller: { kind: 'sign-in', signIn, account }, ticket }
  }

  /** Null when unknown, over, older than the account's last change, or one that only an identity provider completes. */
  async resume(ticket: string | undefined): Promise<SignInCaller | null> {
    const caller = await this.#read(ticket)
    return caller && !caller.signIn.awaitsSso ? caller : null
  }

  /** Records that the account's own sign-in is complete while the browser is at the identity provider. */
  async beginAwaitingSso(
    account: AccountDocument,
    evidence: Evidence[],
    origin: Origin,
    browser: string | null,
  ): Promise<string> {
    const { ticket, signIn } = this.draft(account, evidence, origin, browser)
    await this.store.insert({ ...signIn, awaitsSso: true })
    return ticket
  }

  /** The same for a sign-in whose second step was just accepted: it ends, and another takes its place. */
  async continueAwaitingSso(signIn: SignInDocument, account: AccountDocument, evidence: Evidence[]): Promise<string> {
    await this.store.consume(signIn._id)
    return this.beginAwaitingSso(account, evidence, signIn.origin, signIn.browser)
  }

  /** Only such a one; it opens nothing by itself, and nothing can be set up or sent in it. */
  async resumeAwaitingSso(ticket: string | undefined): Promise<SignInCaller | null> {
    const caller = await this.#read(ticket)
    return caller?.signIn.awaitsSso ? caller : null
  }

  async #read(ticket: string | undefined): Promise<SignInCaller | null> {
    if (!isToken(ticket)) return null
    const signIn = await this.store.byTicketHash(hashToken(ticket), this.clock.now())
    if (!signIn) return null
    const account = await this.profiles.byId(signIn.accountId)
    return account && isUnderWay(signIn, account) ? { kind: 'sign-in', signIn, account } : null
  }

  /**
   * Ends the sign-in and opens the session it was for; one caller wins. The account is as it is now: where the sign-in
   * itself raised its epoch (a set-up during it), the session begins in the new one.
   * @returns null when another caller was first
   */
  async complete(
    { signIn }: Pick<SignInCaller, 'signIn'>,
    account: AccountDocument,
    evidence: Evidence[],
  ): Promise<OpenedSession | null> {
    const opens = await this.networksOpenedBy(account, evidence)
    if (!(await this.store.consume(signIn._id))) return null
    return this.sessions.open(account, evidence, signIn.origin, signIn.browser, opens)
  }

  /**
   * Goes on in the account's new epoch with what was just proved: a session keeps its token, a sign-in becomes a session.
   * @returns null when another caller finished the sign-in
   */
  async follow(
    caller: SessionCaller | SignInCaller,
    account: AccountDocument,
    proof: Evidence,
    origin: Origin,
  ): Promise<{ caller: SessionCaller; token: string | null } | null> {
    if (caller.kind === 'session') {
      const following = await this.sessions.follow(caller, account, { piece: proof, origin })
      return { caller: following, token: null }
    }
    return this.complete(caller, account, withEvidence(caller.signIn.evidence, proof))
  }

  /** From here on this sign-in is a re-enrolment. @returns null when it has ended */
  async reEnrol({ signIn, account }: SignInCaller): Promise<SignInCaller | null> {
    const marked = await this.store.reEnrol(signIn._id)
    return marked && { kind: 'sign-in', signIn: marked, account }
  }

  async extend({ signIn, account }: SignInCaller): Promise<SignInCaller | null> {
    const expiresAt = new Date(Math.max(signIn.expiresAt.getTime(), this.clock.now().getTime() + limits.signInLifetime))
    const extended = await this.store.extend(signIn._id, expiresAt)
    return extended ? { kind: 'sign-in', signIn: extended, account } : null
  }

  async cancel({ signIn }: Pick<SignInCaller, 'signIn'>): Promise<void> {
    await this.store.abandon(signIn._id, this.clock.now())
  }
}

/** Neither ended by a change of the account nor finished by a second step. */
export function isUnderWay({ epoch, publicId }: SignInDocument, account: AccountDocument): boolean {
  return epoch === account.epoch && !account.finishedSignIns?.includes(publicId)
}
