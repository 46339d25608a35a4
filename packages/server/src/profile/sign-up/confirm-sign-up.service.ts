import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import { newAccount } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { isLive } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { isSameText } from '../../platform/crypto/tokens.js'
import { requestLocale } from '../../platform/http/request-locale.js'
import { type OpenedSession, SessionService } from '../../sessions/session.service.js'
import { contextOf } from './sign-up.service.js'
import { type SignUpDocument, SignUpStore } from './sign-up.store.js'

export type ConfirmEmailOutcome =
  | { kind: 'signed-in'; opened: OpenedSession }
  | { kind: 'wrong'; attemptsLeft: number }
  | { kind: 'expired' }
  /** No guess is left: it ends then. */
  | { kind: 'too-many'; retryAt: Date }

/** From the code in the mailbox to an account and its first session. */
export class ConfirmSignUpService {
  constructor(
    private readonly store = inject(SignUpStore),
    private readonly profiles = inject(ProfileStore),
    private readonly sessions = inject(SessionService),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async confirm(
    token: string | undefined,
    email: string,
    typed: string,
    origin: Origin,
    browser: string | null,
  ): Promise<ConfirmEmailOutcome> {
    const found = await this.store.byToken(token, this.clock.now())
    if (!found || found.emailKey !== emailKeyOf(email)) return { kind: 'expired' }
    const signUp = await this.store.reserveGuess(found._id)
    if (!signUp) return { kind: 'too-many', retryAt: found.expiresAt }
    const attemptsLeft = limits.guessesPerCode - signUp.guesses
    const code = digitsOf(typed)
    const sent = await this.#sentCode(signUp)
    if (!code || !sent || !isSameText(sent, code)) return { kind: 'wrong', attemptsLeft }
    const now = this.clock.now()
    if (!signUp.code || !isLive(signUp.code, now)) return { kind: 'expired' }
    if (!(await this.store.consume(signUp._id))) return { kind: 'expired' }
    return this.#createAccount(signUp, origin, browser, now)
  }

  async #createAccount(
    signUp: SignUpDocument,
    origin: Origin,
    browser: string | null,
    now: Date,
  ): Promise<ConfirmEmailOutcome> {
    const draft = newAccount({ ...signUp, now, locale: requestLocale() })
    const account = { ...draft, events: [{ type: 'account.created' as const, ...eventOf(draft, origin, now) }] }
    // Two sign-ups of one address: the first that is confirmed makes the account.
    if (!(await this.profiles.insert(account))) return { kind: 'expired' }
    const opened = await this.sessions.open(account, [{ method: 'PASSWORD', at: now }], origin, browser, [])
    this.relay.dispatchSoon('accounts', account._id)
    return { kind: 'signed-in', opened }
  }

  /** The digits that were mailed; a fault of ours gives the guess back. */
  async #sentCode({ _id, code, publicId }: SignUpDocument): Promise<string | null> {
    try {
      return code && (await this.keyRing.open(code.sealedCode, contextOf(publicId)))
    } catch (error) {
      await this.store.releaseGuess(_id)
      throw error
    }
  }
}
