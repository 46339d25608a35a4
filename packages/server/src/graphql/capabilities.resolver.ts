import { inject } from '@needle-di/core'
import { Query, Resolver } from 'type-graphql'
import { Environment } from '../environment.js'
import { NetworkStore } from '../networks/network.store.js'
import { Capabilities } from './capabilities.types.js'

const signUpPolicyNames = { open: 'OPEN', invitation: 'INVITATION', domains: 'DOMAINS' } as const

@Resolver()
export class CapabilitiesResolver {
  constructor(
    private readonly environment = inject(Environment),
    private readonly networks = inject(NetworkStore),
  ) {}

  @Query(() => Capabilities, { description: 'What this installation offers; public.' })
  async capabilities(): Promise<Capabilities> {
    const { sms, smsCountries, smtpUrl, isTryingOut, isDemo, productName, productLogo, signUp, networkCreation } =
      this.environment
    return Capabilities.of({
      smsAvailable: sms.kind !== 'none',
      smsCountries,
      devInbox: isTryingOut && (!smtpUrl || sms.kind === 'capture'),
      // The operator may have deleted it.
      demo: isDemo && (await this.networks.bySlug('acme')) !== null,
      productName,
      productLogo: productLogo?.url ?? null,
      signUp: signUpPolicyNames[signUp.kind],
      signUpDomains: signUp.kind === 'domains' ? signUp.domains : [],
      networkCreation: networkCreation === 'open' ? 'OPEN' : 'OPERATOR',
    })
  }
}
