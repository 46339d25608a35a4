import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import { hashToken, isToken, newId, newToken } from '../../platform/crypto/tokens.js'
import { addressBlockOf } from '../../platform/http/addresses.js'
import { Background } from '../../platform/jobs/background.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import { passwordProblem } from './password-rules.js'

export type RequestResetOutcome =
  | { kind: 'sent'; email: string; expiresAt: Date }
  | { kind: 'invalid' }
  | { kind: 'too-many'; retryAt: Date }
export type ResetOutcome = { kind: 'changed'; at: Date } | { kind: 'link-expired' } | { kind: 'weak'; problem: string }

/** Resets a forgotten password by a mailed single-use link. */
export class PasswordResetService {
  constructor(
    private readonly profiles = inject(ProfileStore),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly outbox = inject(Outbox),
    private readonly hasher = inject(PasswordHasher),
    private readonly relay = inject(EventRelay),
    private readonly background = inject(Background),
    private readonly clock = inject(Clock),
  ) {}

  /** Mails a link of one use. The answer is the same whether or not the address has an account, and so is the wait. */
  async request(text: string, origin: Origin): Promise<RequestResetOutcome> {
    const emailKey = emailKeyOf(text)
    if (!emailKey) return { kind: 'invalid' }
    const now = this.clock.now()
    const retryAt =
      (await this.rateLimits.take(`reset:address:${addressBlockOf(origin.address)}`, limits.signUpsPerAddress, now)) ??
      (await this.rateLimits.take(`mail:reset:${emailKey}`, limits.mailsPerMailbox, now))
    if (retryAt) return { kind: 'too-many', retryAt }
    const expiresAt = new Date(now.getTime() + limits.resetLinkLifetime)
    // After the answer, so that its time says nothing about the address.
    this.background.run('reset link', () => this.#mailLink(emailKey, expiresAt, origin))
    return { kind: 'sent', email: text.trim(), expiresAt }
  }

  /** Whose link it is, for any holder of it; the link is not consumed. @returns null when it does not work */
  async preview(token: string): Promise<{ email: string; expiresAt: Date } | null> {
    const account = await this.#ofLink(token)
    return account && { email: account.email, expiresAt: account.resetLink.expiresAt }
  }

  /** Spends the link. Every session and sign-in in progress ends with the old password; 2FA stays as it is. */
  async reset(token: string, password: string, origin: Origin): Promise<ResetOutcome> {
    const account = await this.#ofLink(token)
    if (!account) return { kind: 'link-expired' }
    const now = this.clock.now()
    const problem = await passwordProblem(password, account)
    if (problem) return { kind: 'weak', problem }
    const passwordHash = await this.hasher.hash(password)
    const event = { type: 'account.password_reset' as const, ...eventOf(account, origin, now) }
    if (!(await this.profiles.resetPassword(account._id, hashToken(token), passwordHash, event)))
      return { kind: 'link-expired' }
    this.relay.dispatchSoon('accounts', account._id)
    return { kind: 'changed', at: now }
  }

  async #ofLink(
    token: string,
  ): Promise<(AccountDocument & { resetLink: NonNullable<AccountDocument['resetLink']> }) | null> {
    if (!isToken(token)) return null
    const account = await this.profiles.byResetToken(hashToken(token))
    const resetLink = account?.resetLink
    return resetLink && this.clock.now() < resetLink.expiresAt ? { ...account, resetLink } : null
  }

  async #mailLink(emailKey: string, expiresAt: Date, origin: Origin): Promise<void> {
    const account = await this.profiles.byEmailKey(emailKey)
    if (!account) return
    const token = newToken()
    const now = this.clock.now()
    const event = { type: 'account.password_reset_requested' as const, ...eventOf(account, origin, now) }
    await this.profiles.setResetLink(account._id, hashToken(token), expiresAt, event)
    const props = { token, expiresAt, origin }
    await this.outbox.put([outgoing('password-reset-link', { id: newId('msg'), to: account.email, props })])
    await this.relay.dispatch('accounts', account._id)
  }
}
