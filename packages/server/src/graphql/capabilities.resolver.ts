import { inject } from '@needle-di/core'
import type { NetworkCreationPolicy, SignUpPolicyName } from '@twinlock/shared/vocabulary'
import { Field, ObjectType, Query, Resolver } from 'type-graphql'
import { Environment } from '../environment.js'
import { NetworkStore } from '../networks/network.store.js'
import { CountryCodeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { NetworkCreationPolicyEnum, SignUpPolicyEnum } from '../platform/graphql/enums.js'

@ObjectType({ description: 'What this server offers.' })
export class Capabilities extends GraphqlObject {
  @Field(() => Boolean, { description: 'Whether it sends text messages.' })
  smsAvailable!: boolean
  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Where texts are sent to; null: everywhere.' })
  smsCountries!: string[] | null
  @Field(() => Boolean, { description: 'Whether messages are captured and shown at /dev/inbox.' })
  devInbox!: boolean
  @Field(() => Boolean, { description: 'Whether a demo network was made.' })
  demo!: boolean
  @Field(() => String, { description: 'What this installation is called.' })
  productName!: string
  @Field(() => String, { nullable: true, description: 'The address of its logo; null: the one of the web app.' })
  productLogo!: string | null
  @Field(() => SignUpPolicyEnum, { description: 'Who may make an account.' })
  signUp!: SignUpPolicyName
  @Field(() => [String], { description: 'The domains of addresses that may make an account; empty unless `DOMAINS`.' })
  signUpDomains!: readonly string[]
  @Field(() => NetworkCreationPolicyEnum, { description: 'Who may create a network.' })
  networkCreation!: NetworkCreationPolicy
}

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
