import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput, UserError } from '../../platform/graphql/user-error.types.js'

@InputType({ description: 'What a new network begins with.' })
export class CreateNetworkInput {
  @Field(() => String, { description: 'Up to 80 characters.' })
  name!: string
  @Field(() => String, { description: 'Its address in links: 2 to 40 lower-case letters, digits and inner hyphens.' })
  slug!: string
}

@ObjectType({ description: 'The network was created, and the viewer is its OWNER.' })
export class NetworkCreated extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The new network.' })
  network!: NetworkSummary
}

@ObjectType({ implements: UserError, description: 'Another network has this address in links.' })
export class SlugTaken extends UserError {}

export const CreateNetworkResult = createUnionType({
  name: 'CreateNetworkResult',
  description: 'What became of a new network.',
  types: () => [NetworkCreated, SlugTaken, InvalidInput] as const,
})

@ObjectType({ description: 'Whether a network could have this address in links, at this moment.' })
export class SlugAvailability extends GraphqlObject {
  @Field(() => String, { description: 'What was asked about.' })
  slug!: string
  @Field(() => Boolean, { description: 'Whether it could be had.' })
  isAvailable!: boolean
  @Field(() => String, { nullable: true, description: 'Why not, in words; null when it could.' })
  problem!: string | null
}
