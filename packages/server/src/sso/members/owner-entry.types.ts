import { createUnionType, Field, ObjectType } from 'type-graphql'
import { OwnTwoFactorRequired } from '../../mandate/activation/activation.types.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'

@ObjectType({ description: 'The network is open for this owner, in this session, for a day.' })
export class OwnerEntered extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The network.' })
  network!: NetworkSummary
}

export const EnterWithoutSsoResult = createUnionType({
  name: 'EnterWithoutSsoResult',
  description: 'What became of entering without the company sign-in.',
  types: () => [OwnerEntered, OwnTwoFactorRequired] as const,
})
