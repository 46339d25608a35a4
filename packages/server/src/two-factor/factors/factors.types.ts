import { createUnionType, Field, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { UserError } from '../../platform/graphql/user-error.types.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { TwoFactorIsOff } from '../backup-codes/backup-codes.types.js'

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
