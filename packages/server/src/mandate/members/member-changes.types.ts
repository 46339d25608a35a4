import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import { Member } from './members.types.js'

@ObjectType({ description: 'The membership as it is now, or the fact that it has ended.' })
export class MemberChange extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  id!: string
  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left; null while they are a member.' })
  leftAt!: Date | null
  @Field(() => Member, { nullable: true, description: 'The member as they are now; null once they left.' })
  member!: Member | null
}

@ObjectType({ description: 'A change at a place in the listing.' })
export class MemberChangeEdge extends GraphqlObject {
  @Field(() => String, { description: 'The position of this change. Store it and pass it as `after` in the next run.' })
  cursor!: string
  @Field(() => MemberChange, { description: 'The change.' })
  node!: MemberChange
}

@ObjectType({ description: 'A page of changes, oldest first.' })
export class MemberChangeConnection extends GraphqlObject {
  @Field(() => [MemberChangeEdge], { description: 'The changes of this page; each membership once, as it is by now.' })
  edges!: MemberChangeEdge[]
  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo
}
