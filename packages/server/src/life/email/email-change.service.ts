import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument, EmailChange } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { TooManyGuesses } from '../../domain/attempt-limit.js'
import { canUndo } from '../../domain/email-undo.js'
import { decideResend } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import { ownsAddress } from '../../networks/proved-domain.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { newId, newSixDigitCode } from '../../platform/crypto/tokens.js'
import { accountOvertaken } from '../../platform/errors/interruption.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { EmailChangeStore } from './email-change.store.js'

export type ChangeEmailOutcome = { kind: 'sent'; email: string } | { kind: 'invalid'; problem: string } | TooManyGuesses

/** Another address for an account: a code to the new one is to prove it. */
export class EmailChangeService {
  constructor(
    private readonly store = inject(EmailChangeStore),
    private readonly profiles = inject(ProfileStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly outbox = inject(Outbox),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  /** In a session with fresh evidence. An address that has an account gets the same answer, and another mail. */
  async begin(caller: SessionCaller, text: string, origin: Origin): Promise<ChangeEmailOutcome> {
    const email = text.trim().normalize('NFKC')
    const emailKey = emailKeyOf(email)
    const now = this.clock.now()
    const { account } = caller
    const problem = await this.#problem(account, emailKey, now)
    if (!emailKey || problem) return { kind: 'invalid', problem: problem ?? 'Write the address like name@example.com.' }
    const earlier = account.emailChange?.emailKey === emailKey ? account.emailChange : null
    const decision = decideResend(earlier, now)
    if (decision.kind === 'too-soon') return { kind: 'too-many', retryAt: decision.retryAt, remedy: 'WAIT' }
    const retryAt =
      (await this.rateLimits.take(`email-change:${account._id}`, limits.mailsPerMailbox, now)) ??
      (await this.rateLimits.take(`mail:email-change:${emailKey}`, limits.mailsPerMailbox, now))
    if (retryAt) return { kind: 'too-many', retryAt, remedy: 'WAIT' }
    const isTaken = await this.profiles.isAddressHeld(emailKey, now)
    const live = decision.kind === 'same' && earlier?.sealedCode && !isTaken ? earlier : null
    const id = live?.id ?? newId('emc')
    const digits = live?.sealedCode ? await this.keyRing.open(live.sealedCode, contextOf(id)) : newSixDigitCode()
    const sealed = live?.sealedCode ?? (await this.keyRing.seal(digits, contextOf(id)))
    const next: EmailChange = {
      id,
      emailKey,
      email,
      startedAt: live?.startedAt ?? now,
      sentAt: now,
      expiresAt: live?.expiresAt ?? new Date(now.getTime() + limits.codeLifetime),
      sealedCode: isTaken ? null : sealed,
    }
    if (!(await this.store.begin(account, next))) throw accountOvertaken()
    const message = { id: `${id}:mail:${now.getTime()}`, to: email }
    await this.outbox.put([
      isTaken
        ? outgoing('email-change-taken', { ...message, props: { at: now, origin, expiresAt: next.expiresAt } })
        : outgoing('email-change-code', { ...message, props: { code: digits, expiresAt: next.expiresAt } }),
    ])
    return { kind: 'sent', email }
  }

  /** What stands in the way, in words; null when nothing does. */
  async #problem(account: AccountDocument, emailKey: string | null, now: Date): Promise<string | null> {
    if (!emailKey) return 'Write the address like name@example.com.'
    if (emailKey === account.emailKey) return 'This is your address already.'
    if (canUndo(account.emailUndo, now))
      return 'Your address was changed within the last 7 days. Until they are over, it stays as it is.'
    const joinedNetworks = await this.joinedNetworks.of(account)
    const company = joinedNetworks.find(
      ({ network, membership }) => membership.usesSso && ownsAddress(network, account.emailKey, now),
    )
    return company ? `${company.network.name} looks after your address: ask an admin there to change it.` : null
  }
}

/** Of the sealed code. */
export const contextOf = (changeId: string) => ({ owner: changeId, purpose: 'email-change' })
