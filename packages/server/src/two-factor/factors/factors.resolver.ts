import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { hasTwoFactor } from '../../accounts/account.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { FactorMethodEnum } from '../../platform/graphql/enums.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { TwoFactorIsOff } from '../backup-codes/backup-codes.types.js'
import type { FactorsService } from './factors.service.js'
import {
  FactorRemoved,
  PreferredMethodSet,
  RemoveFactorResult,
  SetPreferredMethodResult,
  TwoFactorMandatory,
} from './factors.types.js'

@Resolver()
export class FactorsResolver {
  constructor(private readonly factors: FactorsService) {}

  @Mutation(() => RemoveFactorResult, {
    description: "Needs fresh evidence. A network's refusal comes before the question of freshness.",
  })
  async removeFactor(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemoveFactorResult> {
    const { account } = await context.requireSession()
    const factor = this.factors.find(account, id)
    const barring = await this.factors.networksThatNeedMoreThan(account, factor.left)
    if (barring.length > 0) return mandatory(barring)
    const next = await this.factors.remove(await context.requireFreshSession(), factor, context.origin)
    context.becomes(next)
    return FactorRemoved.of({ viewer: new Viewer(next) })
  }

  @Mutation(() => RemoveFactorResult, {
    description:
      "Removes every factor and the backup codes. A network's refusal comes before the question of freshness.",
  })
  async turnOffTwoFactor(@Ctx() context: RequestContext): Promise<typeof RemoveFactorResult> {
    const { account } = await context.requireSession()
    const barring = await this.factors.networksThatNeedMoreThan(account, [])
    if (barring.length > 0) return mandatory(barring)
    const next = await this.factors.turnOff(await context.requireFreshSession(), context.origin)
    context.becomes(next)
    return FactorRemoved.of({ viewer: new Viewer(next) })
  }

  @Mutation(() => SetPreferredMethodResult, { description: 'Needs fresh evidence. Asked first at the next sign-in.' })
  async setPreferredMethod(
    @Arg('method', () => FactorMethodEnum) method: FactorMethod,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetPreferredMethodResult> {
    const { account } = await context.requireSession()
    if (!hasTwoFactor(account)) return TwoFactorIsOff.of({ message: 'Set up two-factor authentication first.' })
    const next = await this.factors.prefer(await context.requireFreshSession(), method, context.origin)
    context.becomes(next)
    return PreferredMethodSet.of({ viewer: new Viewer(next) })
  }
}

function mandatory(networks: NetworkDocument[]): TwoFactorMandatory {
  const names = networks.map(({ name }) => name).join(', ')
  return TwoFactorMandatory.of({
    message: `${names} ${networks.length === 1 ? 'requires' : 'require'} two-factor authentication, so it stays on.`,
    networks: networks.map((network) => NetworkSummary.from(network)),
  })
}
