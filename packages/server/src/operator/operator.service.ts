import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import { TOTP_PERIOD_SECONDS } from '../domain/totp-step.js'
import { eventOf } from '../events/account-event.js'
import type { EventRelay } from '../events/event-relay.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import { reSeal, type StoredEnvelope } from '../platform/crypto/re-seal.js'
import { hashToken, newToken } from '../platform/crypto/tokens.js'
import type { SessionStore } from '../sessions/session.store.js'
import type { SignInStore } from '../sessions/sign-in.store.js'
import type { OperatorStore } from './operator.store.js'
import { OperatorError } from './operator-error.js'

const fromTheCommandLine = { address: 'the command line', device: 'the operator' }

/** What the person at the server's command line may do. */
export class OperatorService {
  constructor(
    private readonly store: OperatorStore,
    private readonly profiles: ProfileStore,
    private readonly sessions: SessionStore,
    private readonly signIns: SignInStore,
    private readonly keyRing: KeyRing,
    /** Each goes through one room's secrets. */
    private readonly envelopes: readonly (() => AsyncIterable<StoredEnvelope>)[],
    private readonly outbox: Outbox,
    private readonly relay: EventRelay,
    private readonly clock: Clock,
    /** Notified once sessions of this account were ended, or of every account (null). */
    private readonly onEnded: (accountId: string | null) => Promise<void>,
  ) {}

  /**
   * Ends every session and sign-in in progress, forgets trusted devices and open reset links, and marks every TOTP step
   * up to now as used. To be run after a backup was restored: codes spent since then stay spent.
   */
  async endAllSessions(): Promise<{ accounts: number; sessions: number }> {
    const accounts = await this.store.endEverything(this.#currentTotpStep())
    const sessions = (await this.sessions.endAll()) + (await this.signIns.endAll())
    await this.onEnded(null)
    return { accounts, sessions }
  }

  /**
   * Signs one person out everywhere: their sessions, sign-ins in progress and trusted devices are over, their codes up to
   * now are used, and an open reset link is gone.
   * @throws OperatorError when no account has this address
   */
  async endSessionsOf(email: string): Promise<void> {
    const { _id } = await this.#accountOf(email)
    await this.store.endEverything(this.#currentTotpStep(), _id)
    await this.onEnded(_id)
  }

  /** Brings every sealed secret under the newest key. @returns how many were under an older one */
  async rotateKeys(): Promise<number> {
    let count = 0
    for (const ofRoom of this.envelopes) count += await reSeal(this.keyRing, ofRoom())
    return count
  }

  /**
   * Lets somebody in again who lost both phone and backup codes: the second step comes off, every session ends, and a
   * link of one use sets a new password. They are told by mail. A network that requires 2FA asks for a new set-up at its door.
   * @returns the token for the link
   * @throws OperatorError when no account has this address
   */
  async recoverOwner(email: string): Promise<{ token: string; expiresAt: Date }> {
    const account = await this.#accountOf(email)
    const now = this.clock.now()
    const token = newToken()
    const expiresAt = new Date(now.getTime() + limits.resetLinkLifetime)
    const event = { type: 'two_factor.disabled' as const, ...eventOf(account, fromTheCommandLine, now) }
    await this.store.recover(account._id, { tokenHash: hashToken(token), expiresAt }, event)
    await this.relay.relay('accounts', account._id)
    await this.outbox.deliverDue()
    return { token, expiresAt }
  }

  async #accountOf(email: string): Promise<AccountDocument> {
    const emailKey = emailKeyOf(email)
    const account = emailKey ? await this.profiles.byEmailKey(emailKey) : null
    if (!account) throw new OperatorError(`No account has the address ${email}.`)
    return account
  }

  #currentTotpStep(): number {
    return Math.floor(this.clock.now().getTime() / 1000 / TOTP_PERIOD_SECONDS)
  }
}
