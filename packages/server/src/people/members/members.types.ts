import type { Role } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { RoleEnum } from '../../platform/graphql/enums.js'
import { UserError } from '../../platform/graphql/user-error.types.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { Teammate } from '../directory/directory.types.js'

@InputType({ description: 'A new role for a member of a network.' })
export class ChangeRoleInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => RoleEnum, { description: 'The new role; OWNER only by an OWNER.' })
  role!: Role
}

@InputType({ description: 'A member of a network.' })
export class MemberInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
}

@ObjectType({ description: 'The member has the new role.' })
export class RoleChanged extends GraphqlObject {
  @Field(() => Teammate, { description: 'The person with the new role.' })
  member!: Teammate
}

@ObjectType({ description: 'The member was removed.' })
export class MemberRemoved extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
}

@ObjectType({ description: 'The viewer left the network.' })
export class NetworkLeft extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account without that network.' })
  viewer!: Viewer
}

@ObjectType({
  implements: UserError,
  description: 'A network needs an OWNER: the last one can neither leave nor lose the role.',
})
export class LastOwner extends UserError {
  @Field(() => [NetworkSummary], { description: 'The networks that have no other owner.' })
  networks!: NetworkSummary[]
}

export const ChangeRoleResult = createUnionType({
  name: 'ChangeRoleResult',
  description: 'What became of a new role.',
  types: () => [RoleChanged, LastOwner] as const,
})

export const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  description: 'What became of a removal.',
  types: () => [MemberRemoved, LastOwner] as const,
})

export const LeaveNetworkResult = createUnionType({
  name: 'LeaveNetworkResult',
  description: 'What became of leaving.',
  types: () => [NetworkLeft, LastOwner] as const,
})
