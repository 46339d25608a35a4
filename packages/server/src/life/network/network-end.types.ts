import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'

@InputType({ description: 'Who owns a network from now on, in the place of the viewer.' })
export class TransferOwnershipInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The new owner's membership." })
  membershipId!: string
}

@InputType({ description: 'A network to delete, named twice so that nobody deletes another one by mistake.' })
export class DeleteNetworkInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => String, { description: 'Its address in links, as the person typed it.' })
  slug!: string
}

@ObjectType({ description: 'The network has its new owner. The viewer stays as an Admin.' })
export class OwnershipTransferred extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The network.' })
  network!: NetworkSummary
}

@ObjectType({
  description: 'The network is scheduled for deletion, and its Admins are notified. Until then it works as before.',
})
export class NetworkDeletionScheduled extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it is deleted, with its log and everything else.' })
  at!: Date
}

export const TransferOwnershipResult = createUnionType({
  name: 'TransferOwnershipResult',
  description: 'The outcome of a transfer of ownership.',
  types: () => [OwnershipTransferred, InvalidInput] as const,
})

export const DeleteNetworkResult = createUnionType({
  name: 'DeleteNetworkResult',
  description: 'What became of the request to delete a network.',
  types: () => [NetworkDeletionScheduled, InvalidInput] as const,
})
