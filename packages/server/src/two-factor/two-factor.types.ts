import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { AccountDocument } from '../accounts/account.model.js'
import { factorsOf } from '../accounts/account-factors.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { FactorMethodEnum } from '../platform/graphql/enums.js'

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
