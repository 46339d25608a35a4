import { inject } from '@needle-di/core'
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { AccessService, type OpenToPerson } from '../../access/access.service.js'
import { Network } from '../../access/network.types.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { NetworkEndService } from './network-end.service.js'

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

@Resolver(() => Network)
export class NetworkEndResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly ends = inject(NetworkEndService),
  ) {}

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When the network is deleted, if an owner scheduled that; null otherwise.',
  })
  deletionAt(@Root() { open }: Network): Date | null {
    return open.network.deletion?.at ?? null
  }

  @Mutation(() => TransferOwnershipResult, {
    description:
      'Makes a member the owner in the place of the viewer, who stays as an Admin. Owners only; FORBIDDEN otherwise. Needs fresh evidence.',
  })
  async transferOwnership(
    @Arg('input', () => TransferOwnershipInput) { networkId, membershipId }: TransferOwnershipInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof TransferOwnershipResult> {
    const outcome = await this.ends.transfer(await this.#enter(context, networkId), membershipId, context.origin)
    return outcome.kind === 'transferred'
      ? OwnershipTransferred.of({ network: NetworkSummary.from(outcome.network) })
      : InvalidInput.because({ membershipId: outcome.problem })
  }

  @Mutation(() => DeleteNetworkResult, {
    description:
      'Schedules the network to be deleted in 7 days, and tells every Admin. Owners only; FORBIDDEN otherwise. ' +
      'Needs fresh evidence, and the address of the network typed. Download its log before.',
  })
  async deleteNetwork(
    @Arg('input', () => DeleteNetworkInput) { networkId, slug }: DeleteNetworkInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DeleteNetworkResult> {
    const outcome = await this.ends.schedule(await this.#enter(context, networkId), slug, context.origin)
    return outcome.kind === 'scheduled'
      ? NetworkDeletionScheduled.of({ at: outcome.at })
      : InvalidInput.because({ slug: outcome.problem })
  }

  @Mutation(() => Boolean, {
    description:
      'Keeps a network that was scheduled to be deleted. Owners only; FORBIDDEN otherwise. Needs fresh evidence. False when there is nothing to cancel any more.',
  })
  async cancelNetworkDeletion(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return this.ends.cancel(await this.#enter(context, networkId), context.origin)
  }

  async #enter(context: RequestContext, networkId: string): Promise<OpenToPerson> {
    const open = await this.access.enterAs(await context.requireSession(), networkId, (role) => role === 'OWNER')
    await context.requireFreshSession(open.network)
    return open
  }
}
