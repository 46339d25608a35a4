import { inject } from '@needle-di/core'
import { factorMethods } from '@twinlock/shared/vocabulary'
import { Ctx, Query, Resolver } from 'type-graphql'
import { JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { AuthenticatorSetUpService } from '../authenticator-app/authenticator-set-up.service.js'
import { MailboxProofService } from '../mailbox-proof/mailbox-proof.service.js'
import { PasskeySetUpService } from '../passkey/passkey-set-up.service.js'
import { SmsBudgetService } from '../sms/sms-budget.service.js'
import { SmsSetUpService } from '../sms/sms-set-up.service.js'
import { AuthenticatorSetup, SetUpProgress, SmsSetup } from './set-up.types.js'
import { SetUpGuardService } from './set-up-guard.service.js'

@Resolver()
export class SetUpProgressResolver {
  constructor(
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly guard = inject(SetUpGuardService),
    private readonly authenticator = inject(AuthenticatorSetUpService),
    private readonly sms = inject(SmsSetUpService),
    private readonly mailboxProofs = inject(MailboxProofService),
    private readonly smsBudget = inject(SmsBudgetService),
    private readonly passkeys = inject(PasskeySetUpService),
  ) {}

  @Query(() => SetUpProgress, {
    description:
      'The begun set-ups of this session or sign-in, so that a reload loses nothing. UNAUTHENTICATED without either.',
  })
  async setUpProgress(@Ctx() context: RequestContext): Promise<SetUpProgress> {
    const caller = await context.requireSetUpCaller()
    const joinedNetworks = await this.joinedNetworks.of(caller.account)
    const mandating = joinedNetworks.filter(({ network }) => network.mandate !== null)
    const offered = factorMethods.filter((method) => method !== 'PASSKEY' || this.passkeys.isAvailable)
    const allowed = offered.filter((method) =>
      mandating.every(({ network }) => network.acceptedMethods.includes(method)),
    )
    const barring = mandating.filter(({ network }) =>
      offered.some((method) => !network.acceptedMethods.includes(method)),
    )
    const begun = await this.authenticator.begun(caller)
    const begunSms = await this.sms.begun(caller)
    return SetUpProgress.of({
      isSmsAvailable: this.smsBudget.isAvailable,
      isPasskeyAvailable: this.passkeys.isAvailable,
      allowedMethods: allowed,
      barredBy: barring.map(({ network }) => NetworkSummary.from(network)),
      mailboxProofRequired: await this.guard.needsMailbox(caller),
      mailboxResendAvailableAt: this.mailboxProofs.resendAvailableAtOf(caller),
      mailboxCodeDelivery: await this.mailboxProofs.deliveryOf(caller),
      authenticator: begun && AuthenticatorSetup.of(begun),
      sms: begunSms && SmsSetup.of(begunSms),
    })
  }
}
