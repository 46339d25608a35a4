import { inject } from '@needle-di/core'
import { FieldResolver, Resolver, Root } from 'type-graphql'
import { requireAdmin } from '../access/access.service.js'
import { Network } from '../access/network.types.js'
import { activeSso } from '../domain/sso-policy.js'
import { Clock } from '../platform/clock/clock.js'
import { SsoConnection } from './connections/sso-connection.types.js'
import { SsoDomain } from './domains/sso-domain.types.js'
import { NetworkSso } from './network-sso.types.js'
import { RequirementsService } from './requirements/requirements.service.js'
import { SsoMemberCounts } from './requirements/sso-requirement.types.js'
import { ConnectionTestService } from './sign-in/connection-test.service.js'
import { SsoTrial } from './sign-in/sso-trial.types.js'
import { SsoAddresses } from './sso-addresses.js'

@Resolver(() => Network)
export class NetworkSsoResolver {
  constructor(private readonly addresses = inject(SsoAddresses)) {}

  @FieldResolver(() => NetworkSso, { description: 'Its company sign-in. Admins only; FORBIDDEN otherwise.' })
  sso(@Root() { open }: Network): NetworkSso {
    return new NetworkSso(requireAdmin(open), this.addresses)
  }
}

@Resolver(() => NetworkSso)
export class NetworkSsoPartsResolver {
  constructor(
    private readonly requirements = inject(RequirementsService),
    private readonly trials = inject(ConnectionTestService),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => SsoConnection, { nullable: true, description: 'Null while there is none.' })
  connection(@Root() { open }: NetworkSso): SsoConnection | null {
    const sso = activeSso(open.network.sso, this.clock.now())
    return sso && SsoConnection.from(sso)
  }

  @FieldResolver(() => [SsoDomain], { description: 'The email domains it says are its own.' })
  domains(@Root() { open }: NetworkSso): SsoDomain[] {
    return open.network.ssoDomains.map((domain) => SsoDomain.from(domain, this.clock.now()))
  }

  @FieldResolver(() => SsoMemberCounts, { description: 'The members affected by requiring it, or by requiring proof.' })
  async counts(@Root() { open }: NetworkSso): Promise<SsoMemberCounts> {
    return SsoMemberCounts.of(await this.requirements.counts(open))
  }

  @FieldResolver(() => SsoTrial, {
    nullable: true,
    description: "The viewer's last test of the sign-in, for ten minutes.",
  })
  async trial(@Root() { open }: NetworkSso): Promise<SsoTrial | null> {
    const trial = await this.trials.last(open)
    return trial && SsoTrial.from(trial)
  }
}
