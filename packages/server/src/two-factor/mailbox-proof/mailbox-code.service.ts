import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { decideResend } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import type { Outbox } from '../../outbox/outbox.service.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import { newSixDigitCode } from '../../platform/crypto/tokens.js'
import type { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'
import type { CodeSlot } from '../../sessions/session.model.js'

export type MailboxSendOutcome =
  | { kind: 'sent'; code: CodeSlot }
  | { kind: 'too-soon'; retryAt: Date }
  | { kind: 'held'; retryAt: Date }

/** The code that proves the mailbox: kept in one sign-in or session, accepted in it alone. */
export class MailboxCodeService {
  constructor(
    private readonly outbox: Outbox,
    private readonly acts: SlidingLimitStore,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Mails a code, or the same live one again. */
  async send(
    account: AccountDocument,
    owner: { publicId: string; code: CodeSlot | null; origin: Origin; save(code: CodeSlot): Promise<void> },
  ): Promise<MailboxSendOutcome> {
    const now = this.clock.now()
    const decision = decideResend(owner.code, now)
    if (decision.kind === 'too-soon') return decision
    const heldUntil = await this.acts.take(`mail:code:${account.emailKey}`, limits.mailsPerMailbox, now)
    if (heldUntil) return { kind: 'held', retryAt: heldUntil }

    const context = contextOf(owner.publicId)
    const live = decision.kind === 'same' ? owner.code : null
    const digits = live ? await this.keyRing.open(live.sealedCode, context) : newSixDigitCode()
    const code: CodeSlot = {
      sealedCode: live?.sealedCode ?? (await this.keyRing.seal(digits, context)),
      sentAt: now,
      expiresAt: live?.expiresAt ?? new Date(now.getTime() + limits.codeLifetime),
      sends: (owner.code?.sends ?? 0) + 1,
    }
    await owner.save(code)
    const props = { code: digits, expiresAt: code.expiresAt, origin: owner.origin }
    const id = `${owner.publicId}:mailbox:${code.sends}`
    await this.outbox.put([outgoing('mailbox-code', { id, to: account.email, props })])
    return { kind: 'sent', code }
  }

  async open(publicId: string, code: CodeSlot): Promise<string> {
    return this.keyRing.open(code.sealedCode, contextOf(publicId))
  }
}

const contextOf = (publicId: string) => ({ owner: publicId, purpose: 'mailbox-code' })
