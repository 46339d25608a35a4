import { inject } from '@needle-di/core'
import { FieldResolver, Resolver, Root } from 'type-graphql'
import { requireAdminOrScope } from '../access/access.service.js'
import { Network } from '../access/network.types.js'
import { Background } from '../platform/jobs/background.js'
import { NetworkSecurity } from './network-security.types.js'

/** Longer than copies and counts need to follow an answer. */
const CATCH_UP_MS = 400

@Resolver(() => Network)
export class NetworkSecurityResolver {
  constructor(private readonly background = inject(Background)) {}

  @FieldResolver(() => NetworkSecurity, { description: 'Admins only; FORBIDDEN otherwise.' })
  async security(@Root() { open }: Network): Promise<NetworkSecurity> {
    requireAdminOrScope(open, 'network:read')
    // Listings are copies that follow the response: a user who has just set up a method must see it here.
    await this.background.caughtUp(CATCH_UP_MS)
    return new NetworkSecurity(open)
  }
}
