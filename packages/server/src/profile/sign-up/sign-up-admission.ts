import { domainToASCII } from 'node:url'
import { refuseSignUp, type SignUpPolicy } from '../../domain/sign-up-policy.js'
import type { InvitationStore } from '../../memberships/invitation.store.js'
import type { Clock } from '../../platform/clock/clock.js'

/** The operator's setting `SIGN_UP`, put to an address. It says nothing of whether the address has an account. */
export class SignUpAdmission {
  constructor(
    private readonly policy: SignUpPolicy,
    private readonly invitations: InvitationStore,
    private readonly clock: Clock,
  ) {}

  /** @returns why this address may not make an account, in words; null when it may */
  async problem(emailKey: string): Promise<string | null> {
    if (this.policy.kind === 'open') return null
    const domain = domainToASCII(emailKey.slice(emailKey.lastIndexOf('@') + 1))
    const isInvited = await this.invitations.isInvited(emailKey, this.clock.now())
    const refusal = refuseSignUp(this.policy, domain, isInvited)
    switch (refusal?.kind) {
      case undefined:
        return null
      case 'invitation-needed':
        return 'Accounts here are made by invitation. Ask an Admin of your network to invite this address.'
      case 'other-domain':
        return `Use an address of ${refusal.domains.join(' or ')}, or ask an Admin of your network to invite this one.`
    }
  }
}
