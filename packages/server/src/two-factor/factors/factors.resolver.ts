import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { notFound } from '../../platform/errors/interruption.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { FactorMethodEnum } from '../../platform/graphql/enums.js'
import { UserError } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { TwoFactorIsOff } from '../backup-codes/backup-codes.types.js'
import { FactorsService } from './factors.service.js'

@ObjectType({ description: 'The method is gone.' })
export class FactorRemoved extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account without it.' })
  viewer!: Viewer
}

@ObjectType({ implements: UserError, description: 'A network requires it: it cannot be turned off.' })
export class TwoFactorMandatory extends UserError {
  @Field(() => [NetworkSummary], { description: 'The networks that require it.' })
  networks!: NetworkSummary[]
}

@ObjectType({ description: 'The new default method.' })
export class PreferredMethodSet extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account with its new preference.' })
  viewer!: Viewer
}

export const RemoveFactorResult = createUnionType({
  name: 'RemoveFactorResult',
  description: 'What became of removing a method.',
  types: () => [FactorRemoved, TwoFactorMandatory] as const,
})
export const SetPreferredMethodResult = createUnionType({
  name: 'SetPreferredMethodResult',
  description: 'What became of the preference.',
  types: () => [PreferredMethodSet, TwoFactorIsOff] as const,
})

@Resolver()
export class FactorsResolver {
  constructor(private readonly factors = inject(FactorsService)) {}

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
    context.continueInSession(next)
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
    context.continueInSession(next)
    return FactorRemoved.of({ viewer: new Viewer(next) })
  }

  @Mutation(() => Viewer, {
    description:
      'Gives a passkey another name: one line of at most 60 characters, cut where it is longer. Needs fresh evidence; ' +
      'NOT_FOUND for anything but a passkey of the account.',
  })
  async renamePasskey(
    @Arg('id', () => ID, { description: "The passkey's id." }) id: string,
    @Arg('label', () => String, { description: 'What to call it.' }) label: string,
    @Ctx() context: RequestContext,
  ): Promise<Viewer> {
    const { account } = await context.requireSession()
    if (this.factors.find(account, id).method !== 'PASSKEY') throw notFound('There is no such passkey on your account.')
    const next = await this.factors.renamePasskey(await context.requireFreshSession(), id, label, context.origin)
    context.continueInSession(next)
    return new Viewer(next)
  }

  @Mutation(() => SetPreferredMethodResult, { description: 'Needs fresh evidence. Asked first at the next sign-in.' })
  async setPreferredMethod(
    @Arg('method', () => FactorMethodEnum) method: FactorMethod,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetPreferredMethodResult> {
    const { account } = await context.requireSession()
    if (!hasTwoFactor(account)) return TwoFactorIsOff.of({ message: 'Set up two-factor authentication first.' })
    const next = await this.factors.prefer(await context.requireFreshSession(), method, context.origin)
    context.continueInSession(next)
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
