import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { type AccountDocument, backupCodesLeft } from '../accounts/account.model.js'
import { factorsOf, hasTwoFactor } from '../accounts/account-factors.js'
import { isFirstStep } from '../domain/evidence.js'
import { knowsOf } from '../domain/sso-policy.js'
import { JoinedNetworksService } from '../memberships/joined-networks.service.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { FactorMethodEnum } from '../platform/graphql/enums.js'
import type { RequestContext } from '../sessions/request-context.js'
import { Viewer } from '../sessions/viewer.types.js'

@ObjectType({
  description:
    'A confirmed method of an account. An account has at most one app and one phone (confirming another replaces it), and several passkeys.',
})
export class Factor extends GraphqlObject {
  @Field(() => ID, { description: "The method's id, for removing it." })
  id!: string
  @Field(() => FactorMethodEnum, { description: 'The method.' })
  method!: FactorMethod
  @Field(() => String, {
    description: 'A label that identifies it: a masked number, the kind of app, or the name of a passkey.',
  })
  label!: string
  @Field(() => DateTimeScalar, { description: 'When it was confirmed.' })
  createdAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last signed in or confirmed a change.' })
  lastUsedAt!: Date | null

  static allOf(account: AccountDocument): Factor[] {
    return factorsOf(account).map((factor) => Factor.of(factor))
  }
}

@ObjectType({ description: 'The two-factor side of an account.' })
export class AccountTwoFactor extends GraphqlObject {
  @Field(() => ID, { description: "The account's id." })
  id!: string
  @Field(() => Boolean, { description: 'Whether every sign-in asks for a second step.' })
  isOn!: boolean
  @Field(() => FactorMethodEnum, { nullable: true, description: 'Asked first at sign-in.' })
  preferredMethod!: FactorMethod | null
  @Field(() => [Factor], { description: 'The confirmed methods.' })
  factors!: Factor[]
  @Field(() => String, { nullable: true, description: 'The confirmed number, its last two digits alone.' })
  maskedPhoneNumber!: string | null
  @Field(() => Int, { description: 'How many backup codes are unused.' })
  backupCodesLeft!: number
  @Field(() => Int, { description: 'How many backup codes the sheet began with.' })
  backupCodesTotal!: number
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the sheet was made; null while 2FA is off.' })
  backupCodesGeneratedAt!: Date | null
  @Field(() => [NetworkSummary], {
    description: 'The networks that make it mandatory: while any is listed, it cannot be turned off.',
  })
  mandatoryIn!: NetworkSummary[]

  /** For callers who may not see it. */
  static hidden(id: string): AccountTwoFactor {
    return AccountTwoFactor.of({
      id,
      isOn: false,
      preferredMethod: null,
      factors: [],
      maskedPhoneNumber: null,
      backupCodesLeft: 0,
      backupCodesTotal: 0,
      backupCodesGeneratedAt: null,
      mandatoryIn: [],
    })
  }
}

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
