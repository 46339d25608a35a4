import { inject } from '@needle-di/core'
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { policyAt } from '../networks/network.model.js'
import { Clock } from '../platform/clock/clock.js'
import type { RequestContext } from '../sessions/request-context.js'
import { AccessService } from './access.service.js'
import { Network } from './network.types.js'

@Resolver(() => Network)
export class NetworkResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly clock = inject(Clock),
  ) {}

  @Query(() => Network, {
    nullable: true,
    description:
      "A network by its address in links. UNAUTHENTICATED when signed out; null if it does not exist or the viewer is not a member. If the viewer's sign-in does not meet its requirements, the error code says which. An API key sees its own network, within its scopes.",
  })
  async network(@Arg('slug', () => String) slug: string, @Ctx() context: RequestContext): Promise<Network | null> {
    const open = await this.access.enterBySlug(await context.requireSessionOrKey(), slug)
    return open && new Network(open)
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether a passkey that checked the person counts as password and second step here; otherwise the password is asked ' +
      'for as well.',
  })
  allowsPasskeySignIn(@Root() { open }: Network): boolean {
    return policyAt(open.network, this.clock.now()).allowsPasskeySignIn
  }
}
