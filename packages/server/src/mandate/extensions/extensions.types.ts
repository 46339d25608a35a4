import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/graphql-object.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import { NetworkSecurity } from '../network-security.types.js'

@InputType({ description: 'To whom, until when, and why.' })
export class GiveMoreTimeInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => [ID], { nullable: true, description: 'Up to 200 members; null: everybody who is still without.' })
  memberIds?: string[] | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then, within the next 30 days.' })
  until?: Date | null
  @Field(() => Int, { nullable: true, description: 'The same in hours from now, when `until` is not given.' })
  hours?: number | null
  @Field(() => String, { description: 'Why; told to them, and kept in the audit log.' })
  reason!: string
  @Field(() => String, { nullable: true, description: 'IANA time zone of the Admin, for the mail.' })
  timeZone?: string | null
}

@ObjectType({ description: 'There is more time.' })
export class MoreTimeGiven extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
  @Field(() => Int, { description: 'How many have more time than before; each is told by mail.' })
  members!: number
}

export const GiveMoreTimeResult = createUnionType({
  name: 'GiveMoreTimeResult',
  description: 'What became of giving more time.',
  types: () => [MoreTimeGiven, InvalidInput] as const,
})
