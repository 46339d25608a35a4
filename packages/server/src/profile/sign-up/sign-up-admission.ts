import { domainToASCII } from 'node:url'
import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { refuseSignUp } from '../../domain/sign-up-policy.js'
import { Environment } from '../../environment.js'
import type { Origin } from '../../events/event.types.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { addressBlockOf } from '../../platform/http/addresses.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'

/**
 * Whether an address may make an account, by the operator's setting `SIGN_UP`, and how often it may be tried. It says
 * nothing of whether the address has one.
 */
export class SignUpAdmission {
  constructor(
    private readonly environment = inject(Environment),
    private readonly invitations = inject(InvitationStore),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns why this address may not make an account, in words; null when it may */
  async problem(emailKey: string): Promise<string | null> {
    if (this.environment.signUp.kind === 'open') return null
    const domain = domainToASCII(emailKey.slice(emailKey.lastIndexOf('@') + 1))
    const isInvited = await this.invitations.isInvited(emailKey, this.clock.now())
    const refusal = refuseSignUp(this.environment.signUp, domain, isInvited)
    switch (refusal?.kind) {
      case undefined:
        return null
      case 'invitation-needed':
        return 'Accounts here are made by invitation. Ask an Admin of your network to invite this address.'
      case 'other-domain':
        return `Use an address of ${refusal.domains.join(' or ')}, or ask an Admin of your network to invite this one.`
    }
  }

  /** @returns until when no more may be begun from there, or mailed to there; null: this one may */
  async take(emailKey: string, { address }: Origin, now: Date): Promise<Date | null> {
    const retryAt = await this.rateLimits.take(placeOf(address), limits.signUpsPerAddress, now)
    return retryAt ?? this.takeMail(emailKey, now)
  }

  async takeMail(emailKey: string, now: Date): Promise<Date | null> {
    return this.rateLimits.take(mailboxOf(emailKey), limits.mailsPerMailbox, now)
  }

  async releaseSlot(emailKey: string, { address }: Origin): Promise<void> {
    await this.rateLimits.releaseSlot(placeOf(address))
    await this.rateLimits.releaseSlot(mailboxOf(emailKey))
  }
}

const placeOf = (address: string) => `sign-up:address:${addressBlockOf(address)}`
const mailboxOf = (emailKey: string) => `mail:sign-up:${emailKey}`
