import type { Role } from '@twinlock/shared/vocabulary'
import { Field, ID, ObjectType } from 'type-graphql'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import { RoleEnum } from '../../platform/graphql/enums.js'

@ObjectType({ description: 'A member of the network, as other members see them.' })
export class Teammate extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id, for acting on it." })
  id!: string
  @Field(() => String, { description: 'The name of the person, as teammates see it.' })
  name!: string
  @Field(() => EmailAddressScalar, { description: 'The address of their account.' })
  email!: string
  @Field(() => RoleEnum, { description: 'What they may do here.' })
  role!: Role
  @Field(() => DateTimeScalar, { description: 'When the member joined; rejoining starts again.' })
  joinedAt!: Date
  @Field(() => Boolean, { description: 'Whether it is the viewer.' })
  isViewer!: boolean

  /** @param membership as `memberOf` gives it */
  static from({ _id, accountId, name, email, role, joinedAt }: MembershipDocument, viewerId: string | null): Teammate {
    return Teammate.of({ id: _id, name, email, role, joinedAt, isViewer: accountId === viewerId })
  }
}

@ObjectType({ description: 'A page of people.' })
export class TeammateConnection extends GraphqlObject {
  @Field(() => [Teammate], { description: 'The people, by name.' })
  nodes!: Teammate[]
  @Field(() => PageInfo, { description: 'Where the next page begins.' })
  pageInfo!: PageInfo
}
