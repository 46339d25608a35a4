import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { requireOwnAct } from '../own-act.js'
import { NetworksService, slugProblem } from './networks.service.js'
import {
  CreateNetworkInput,
  CreateNetworkResult,
  NetworkCreated,
  SlugAvailability,
  SlugTaken,
} from './networks.types.js'

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
