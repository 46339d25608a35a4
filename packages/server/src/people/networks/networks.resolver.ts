import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput, UserError } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { requireOwnAct } from '../own-act.js'
import { NetworksService, slugProblem } from './networks.service.js'

@InputType({ description: 'What a new network begins with.' })
export class CreateNetworkInput {
  @Field(() => String, { description: 'Up to 80 characters.' })
  name!: string
  @Field(() => String, { description: 'Its address in links: 2 to 40 lower-case letters, digits and inner hyphens.' })
  slug!: string
}

@ObjectType({ description: 'The network was created, and the viewer is its OWNER.' })
export class NetworkCreated extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The new network.' })
  network!: NetworkSummary
}

@ObjectType({ implements: UserError, description: 'Another network has this address in links.' })
export class SlugTaken extends UserError {}

export const CreateNetworkResult = createUnionType({
  name: 'CreateNetworkResult',
  description: 'What became of a new network.',
  types: () => [NetworkCreated, SlugTaken, InvalidInput] as const,
})

@ObjectType({ description: 'Whether a network could have this address in links, at this moment.' })
export class SlugAvailability extends GraphqlObject {
  @Field(() => String, { description: 'What was asked about.' })
  slug!: string
  @Field(() => Boolean, { description: 'Whether it could be had.' })
  isAvailable!: boolean
  @Field(() => String, { nullable: true, description: 'Why not, in words; null when it could.' })
  problem!: string | null
}

const TAKEN = 'Another network has this address. Choose another.'

@Resolver()
export class NetworksResolver {
  constructor(private readonly networks = inject(NetworksService)) {}

  @Query(() => SlugAvailability, { description: 'For checking while typing; createNetwork decides.' })
  async slugAvailability(@Arg('slug', () => String) slug: string): Promise<SlugAvailability> {
    const problem = slugProblem(slug) ?? ((await this.networks.isTaken(slug)) ? TAKEN : null)
    return SlugAvailability.of({ slug, isAvailable: problem === null, problem })
  }

  @Mutation(() => CreateNetworkResult, {
    description:
      'Creates a network on the default plan of this installation; the caller becomes its OWNER. `InvalidInput` where only the operator may create networks.',
  })
  async createNetwork(
    @Arg('input', () => CreateNetworkInput) input: CreateNetworkInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateNetworkResult> {
    const caller = requireOwnAct(await context.requireSession())
    const outcome = await this.networks.createOwn(caller.account, input, context.origin)
    switch (outcome.kind) {
      case 'invalid':
        return InvalidInput.because(outcome.problems)
      case 'taken':
        return SlugTaken.of({ message: TAKEN })
      case 'created':
        context.continueInSession({ ...caller, account: outcome.account })
        return NetworkCreated.of({ network: NetworkSummary.from(outcome.network) })
    }
  }
}
