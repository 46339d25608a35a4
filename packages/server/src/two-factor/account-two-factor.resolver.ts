import { inject } from '@needle-di/core'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { backupCodesLeft } from '../accounts/account.model.js'
import { hasTwoFactor } from '../accounts/account-factors.js'
import { isFirstStep } from '../domain/evidence.js'
import { knowsOf } from '../domain/sso-policy.js'
import { JoinedNetworksService } from '../memberships/joined-networks.service.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { Viewer } from '../sessions/viewer.types.js'
import { AccountTwoFactor, Factor } from './two-factor.types.js'

@Resolver(() => Viewer)
export class AccountTwoFactorResolver {
  constructor(private readonly joinedNetworks = inject(JoinedNetworksService)) {}

  @FieldResolver(() => AccountTwoFactor, {
    description:
      "The account's second step, which serves all its networks. Empty in a session that an identity provider alone vouches for.",
  })
  async twoFactor(@Root() { caller }: Viewer, @Ctx() context: RequestContext): Promise<AccountTwoFactor> {
    const { account, session } = caller
    const isOn = hasTwoFactor(account)
    // An identity provider vouches for its network, and learns nothing of how the account protects itself.
    if (!session.evidence.some(isFirstStep)) return AccountTwoFactor.hidden(account._id)
    const joinedNetworks = await context.memoize('joinedNetworks', () => this.joinedNetworks.of(account))
    const mandating = joinedNetworks.filter(
      ({ network, standing }) =>
        standing.kind !== 'not-required' &&
        standing.kind !== 'exempt-sso' &&
        knowsOf(network._id, session.evidence, isOn),
    )
    return AccountTwoFactor.of({
      id: account._id,
      isOn,
      preferredMethod: account.preferredMethod,
      factors: Factor.allOf(account),
      maskedPhoneNumber: account.factors.sms?.maskedNumber ?? null,
      backupCodesLeft: backupCodesLeft(account),
      backupCodesTotal: account.backupCodes.length,
      backupCodesGeneratedAt: account.backupCodesGeneratedAt,
      mandatoryIn: mandating.map(({ network }) => NetworkSummary.from(network)),
    })
  }
}
