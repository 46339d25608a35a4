import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import { MemberFilterInput } from '../members/members.types.js'
import { NetworkSecurity } from '../network-security.types.js'

@InputType({ description: 'The members, the new deadline, and the reason.' })
export class GiveMoreTimeInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => [ID], { nullable: true, description: 'Up to 200 members; null for every member without a method.' })
  memberIds?: string[] | null
  @Field(() => MemberFilterInput, {
    nullable: true,
    description: 'Instead of `memberIds`: everyone whom the listing of members finds by it.',
  })
  filter?: MemberFilterInput | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then, within the next 30 days.' })
  until?: Date | null
  @Field(() => Int, { nullable: true, description: 'The same in hours from now, when `until` is not given.' })
  hours?: number | null
  @Field(() => String, { description: 'The reason. The members receive it, and the audit log records it.' })
  reason!: string
  @Field(() => String, { nullable: true, description: 'IANA time zone of the Admin, for the mail.' })
  timeZone?: string | null
}

@ObjectType({ description: 'The members were given more time.' })
export class MoreTimeGiven extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
  @Field(() => Int, { description: 'The number of members who have more time than before; each is notified by email.' })
  members!: number
}

export const GiveMoreTimeResult = createUnionType({
  name: 'GiveMoreTimeResult',
  description: 'What became of giving more time.',
  types: () => [MoreTimeGiven, InvalidInput] as const,
})
