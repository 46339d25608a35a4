import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { TOTP_PERIOD_SECONDS } from '../domain/totp-step.js'
import { eventOf } from '../events/account-event.js'
import { EventRelay } from '../events/event-relay.js'
import { Outbox } from '../outbox/outbox.service.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { reSeal, SealedSources } from '../platform/crypto/re-seal.js'
import { hashToken, newToken } from '../platform/crypto/tokens.js'
import { AfterSessionsEnded } from '../sessions/after-sessions-ended.js'
import { SessionStore } from '../sessions/session.store.js'
import { SignInStore } from '../sessions/sign-in.store.js'
import { OperatorStore } from './operator.store.js'
import { OperatorError } from './operator-error.js'

const fromTheCommandLine = { address: 'the command line', device: 'the operator' }

/** What the person at the server's command line may do. */
export class OperatorService {
  constructor(
    private readonly store = inject(OperatorStore),
    private readonly profiles = inject(ProfileStore),
    private readonly sessions = inject(SessionStore),
    private readonly signIns = inject(SignInStore),
    private readonly keyRing = inject(KeyRing),
    private readonly sealedSources = inject(SealedSources),
    private readonly outbox = inject(Outbox),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
    private readonly afterSessionsEnded = inject(AfterSessionsEnded),
  ) {}

  /**
   * Ends every session and sign-in in progress, forgets trusted devices and open reset links, and marks every TOTP step
   * up to now as used. To be run after a backup was restored: codes spent since then stay spent.
   */
  async endAllSessions(): Promise<{ accounts: number; sessions: number }> {
    const accounts = await this.store.endEverything(this.#currentTotpStep())
    const sessions = (await this.sessions.endAll()) + (await this.signIns.endAll())
    await this.afterSessionsEnded(null)
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
    await this.afterSessionsEnded(_id)
  }

  /** Brings every sealed secret under the newest key. @returns how many were under an older one */
  async rotateKeys(): Promise<number> {
    let count = 0
    for (const ofRoom of this.sealedSources) count += await reSeal(this.keyRing, ofRoom())
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
