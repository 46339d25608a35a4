import { Query, Resolver } from 'type-graphql'
import { Capabilities } from './capabilities.types.js'

@Resolver()
export class CapabilitiesResolver {
  constructor(private readonly offered: Capabilities) {}

  @Query(() => Capabilities, { description: 'What this installation offers; public.' })
  capabilities(): Capabilities {
    return this.offered
  }
}
