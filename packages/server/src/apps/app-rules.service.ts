import { inject } from '@needle-di/core'
import { Environment } from '../environment.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { provedDomainsOf } from '../networks/proved-domain.js'
import { Clock } from '../platform/clock/clock.js'
import { type AppInputRules, isOwnHost } from './app-input.js'

/** What the addresses and hosts of a network's apps may be. */
export class AppRulesService {
  constructor(
    private readonly environment = inject(Environment),
    private readonly clock = inject(Clock),
  ) {}

  of(network: NetworkDocument): AppInputRules {
    return {
      allowsPrivate: this.environment.allowsPrivateTargets,
      ownDomains: provedDomainsOf(network, this.clock.now()),
      assignedHosts: network.appHosts ?? [],
      ownHost: new URL(this.environment.publicUrl).host,
    }
  }

  /** Checked with each request: a host is a network's own as long as its domain is. */
  ownsHost(network: NetworkDocument, host: string): boolean {
    return isOwnHost(host, this.of(network))
  }
}
