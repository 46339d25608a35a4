import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { decideResend, resendAvailableAt } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { newSixDigitCode } from '../../platform/crypto/tokens.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import type { CodeAccess, CodeSlot } from '../../sessions/challenge.store.js'

export type MailboxSendOutcome =
  | { kind: 'sent'; code: CodeSlot }
  | { kind: 'too-soon'; retryAt: Date }
  | { kind: 'held'; retryAt: Date }

/** Where a code is kept and accepted: one sign-in or session, by its public id. */
export interface MailboxCodeOwner extends CodeAccess {
  publicId: string
  origin: Origin
}

export interface DraftedMailboxCode {
  digits: string
  code: CodeSlot
}

/** The code that proves the mailbox: kept in one sign-in or session, accepted in it alone. */
export class MailboxCodeService {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  /** Mails a code, or the same live one again. */
  async send(account: AccountDocument, owner: MailboxCodeOwner): Promise<MailboxSendOutcome> {
    const decision = decideResend(owner.code, this.clock.now())
    if (decision.kind === 'too-soon') return decision
    const live = decision.kind === 'same' ? owner.code : null
    const drafted = await this.draft(owner.publicId, live, (owner.code?.sends ?? 0) + 1)
    // Concurrent requests send one mail: every later one finds that the code has just been sent.
    if (!(await owner.replace(drafted.code))) return { kind: 'too-soon', retryAt: resendAvailableAt(drafted.code) }
    const heldUntil = await this.mail(account, owner, drafted)
    if (!heldUntil) return { kind: 'sent', code: drafted.code }
    await owner.restore(drafted.code)
    return { kind: 'held', retryAt: heldUntil }
  }

  /** A new code, or a live one to send again; it is neither mailed nor stored yet. */
  async draft(publicId: string, live: CodeSlot | null, sends: number): Promise<DraftedMailboxCode> {
    const now = this.clock.now()
    const digits = live ? await this.open(publicId, live) : newSixDigitCode()
    const sealedCode = live?.sealedCode ?? (await this.keyRing.seal(digits, contextOf(publicId)))
    const expiresAt = live?.expiresAt ?? new Date(now.getTime() + limits.codeLifetime)
    return { digits, code: { sealedCode, sentAt: now, expiresAt, sends } }
  }

  /** Mails a stored code. @returns when this mailbox may get the next one, if it is over its limit; null: it was mailed */
  async mail(
    account: AccountDocument,
    { publicId, origin }: Pick<MailboxCodeOwner, 'publicId' | 'origin'>,
    { digits, code }: DraftedMailboxCode,
  ): Promise<Date | null> {
    const heldUntil = await this.rateLimits.take(
      `mail:code:${account.emailKey}`,
      limits.mailsPerMailbox,
      this.clock.now(),
    )
    if (heldUntil) return heldUntil
    const props = { code: digits, expiresAt: code.expiresAt, origin }
    const id = messageIdOf(publicId, code)
    await this.outbox.put([outgoing('mailbox-code', { id, to: account.email, props })])
    return null
  }

  async deliveryOf(publicId: string, code: CodeSlot): Promise<CodeDelivery> {
    return this.outbox.deliveryOf(messageIdOf(publicId, code))
  }

  async open(publicId: string, code: CodeSlot): Promise<string> {
    return this.keyRing.open(code.sealedCode, contextOf(publicId))
  }
}

const contextOf = (publicId: string) => ({ owner: publicId, purpose: 'mailbox-code' })

/** Keyed by the time of sending, not by `sends`: that count restarts with each new code. */
const messageIdOf = (publicId: string, { sentAt }: CodeSlot) => `${publicId}:mailbox:${sentAt.getTime()}`
