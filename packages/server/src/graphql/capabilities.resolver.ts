import { inject } from '@needle-di/core'
import { Query, Resolver } from 'type-graphql'
import { Environment } from '../environment.js'
import { Capabilities } from './capabilities.types.js'

const signUpPolicyNames = { open: 'OPEN', invitation: 'INVITATION', domains: 'DOMAINS' } as const

@Resolver()
export class CapabilitiesResolver {
  constructor(private readonly environment = inject(Environment)) {}

  @Query(() => Capabilities, { description: 'What this installation offers; public.' })
  capabilities(): Capabilities {
    const { sms, smsCountries, smtpUrl, isTryingOut, isDemo, productName, productLogo, signUp, networkCreation } =
      this.environment
    return Capabilities.of({
      smsAvailable: sms.kind !== 'none',
      smsCountries,
      devInbox: isTryingOut && (!smtpUrl || sms.kind === 'capture'),
      demo: isDemo,
      productName,
      productLogo: productLogo?.url ?? null,
      signUp: signUpPolicyNames[signUp.kind],
      signUpDomains: signUp.kind === 'domains' ? signUp.domains : [],
      networkCreation: networkCreation === 'open' ? 'OPEN' : 'OPERATOR',
    })
  }
}
