import { FieldResolver, Resolver, Root } from 'type-graphql'
import { Network } from '../access/network.types.js'
import { requireAdminOrScope } from '../access/open-network.js'
import { NetworkSecurity } from './network-security.types.js'

@Resolver(() => Network)
export class NetworkSecurityResolver {
  @FieldResolver(() => NetworkSecurity, { description: 'Admins only; FORBIDDEN otherwise.' })
  security(@Root() { open }: Network): NetworkSecurity {
    requireAdminOrScope(open, 'network:read')
    return new NetworkSecurity(open)
  }
}
