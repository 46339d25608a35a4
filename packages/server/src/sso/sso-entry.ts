import { inject } from '@needle-di/core'
import { AccessService, type OpenToPerson } from '../access/access.service.js'
import { NetworkStore } from '../networks/network.store.js'
import { notFound } from '../platform/errors/interruption.js'
import type { RequestContext } from '../sessions/request-context.js'
import { SsoChanged } from './connections/sso-connection.types.js'
import { NetworkSso } from './network-sso.types.js'
import { SsoAddresses } from './sso-addresses.js'

/** The entry checks of every change of a company sign-in, and its answer. */
export class SsoEntry {
  constructor(
    private readonly access = inject(AccessService),
    private readonly networks = inject(NetworkStore),
    private readonly addresses = inject(SsoAddresses),
  ) {}

  /** Checks access, role, then reauthentication. @throws Interruption */
  async enterFresh(context: RequestContext, networkId: string): Promise<OpenToPerson> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    await context.requireFreshSession(open.network)
    return open
  }

  /** The network as it is after the change. */
  async changed(open: OpenToPerson): Promise<SsoChanged> {
    const network = await this.networks.byId(open.network._id)
    if (!network) throw notFound()
    return SsoChanged.of({ sso: new NetworkSso({ ...open, network }, this.addresses) })
  }
}
