import { inject } from '@needle-di/core'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { hasTwoFactor } from '../accounts/account-factors.js'
import { knowsOf } from '../domain/sso-policy.js'
import type { RequestContext } from '../sessions/request-context.js'
import { Viewer } from '../sessions/viewer.types.js'
import { JoinedNetworksService } from './joined-networks.service.js'
import { Membership } from './membership.types.js'

@Resolver(() => Viewer)
export class MembershipsResolver {
  constructor(private readonly joinedNetworks = inject(JoinedNetworksService)) {}

  @FieldResolver(() => [Membership], {
    description:
      'One entry per network of this account; in a session that a network’s provider alone vouches for, that network’s.',
  })
  async memberships(@Root() { caller }: Viewer, @Ctx() context: RequestContext): Promise<Membership[]> {
    const joinedNetworks = await context.memoize('joinedNetworks', () => this.joinedNetworks.of(caller.account))
    const { evidence } = caller.session
    const isOn = hasTwoFactor(caller.account)
    return joinedNetworks
      .filter(({ network }) => knowsOf(network._id, evidence, isOn))
      .map((joined) => Membership.from(joined))
  }
}
