import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import type { SsoDomain as StoredDomain } from '../../networks/network.model.js'
import { isProved } from '../../networks/proved-domain.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput, UserError } from '../../platform/graphql/user-error.types.js'
import { SsoChanged } from '../connections/sso-connection.types.js'
import { recordOf } from './txt-lookup.js'

@ObjectType({ description: 'An email domain that a network claims. Once proved, its addresses identify users.' })
export class SsoDomain extends GraphqlObject {
  @Field(() => String, { description: 'The domain, in ASCII.' })
  name!: string
  @Field(() => Boolean, { description: 'Whether it counts as the network’s own.' })
  isProved!: boolean
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its record was first found.' })
  provedAt!: Date | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when its record is not found any more; after 7 days it no longer counts.',
  })
  missingSince!: Date | null
  @Field(() => String, { description: 'The name of the TXT record.' })
  recordName!: string
  @Field(() => String, { description: 'The value of the TXT record.' })
  recordValue!: string

  static from(domain: StoredDomain, now: Date): SsoDomain {
    const { name, provedAt, missingSince } = domain
    const record = recordOf(domain)
    return SsoDomain.of({
      name,
      isProved: isProved(domain, now),
      provedAt,
      missingSince,
      recordName: record.name,
      recordValue: record.value,
    })
  }
}

@InputType({ description: 'A domain of a network.' })
export class SsoDomainInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => String, { description: 'The domain, like acme.com.' })
  domain!: string
}

@ObjectType({ implements: UserError, description: 'The record is not there, or the DNS does not answer.' })
export class SsoDomainNotProved extends UserError {}

export const SsoDomainResult = createUnionType({
  name: 'SsoDomainResult',
  description: 'What became of claiming, proving or releasing a domain.',
  types: () => [SsoChanged, SsoDomainNotProved, InvalidInput] as const,
})
