import { domainToASCII } from 'node:url'
import { inject } from '@needle-di/core'
import { refuseSignUp } from '../../domain/sign-up-policy.js'
import { Environment } from '../../environment.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { Clock } from '../../platform/clock/clock.js'

/** The operator's setting `SIGN_UP`, put to an address. It says nothing of whether the address has an account. */
export class SignUpAdmission {
  constructor(
    private readonly environment = inject(Environment),
    private readonly invitations = inject(InvitationStore),
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
}
