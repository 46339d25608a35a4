import type { FactorMethod, Role, TwoFactorStanding } from '@twinlock/shared/vocabulary'
import { Field, ID, ObjectType } from 'type-graphql'
import { deadlineIn, type Standing } from '../domain/standing.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { FactorMethodEnum, RoleEnum, TwoFactorStandingEnum } from '../platform/graphql/enums.js'
import type { JoinedNetwork } from './joined-networks.service.js'

@ObjectType({ description: "The viewer's membership in one network, readable while the network is locked for them." })
export class Membership extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  id!: string
  @Field(() => RoleEnum, { description: 'What the viewer may do there.' })
  role!: Role
  @Field(() => Boolean, { description: 'Whether the viewer is its only owner: then it keeps them.' })
  isOnlyOwner!: boolean
  @Field(() => NetworkSummary, { description: 'The network.' })
  network!: NetworkSummary
  @Field(() => TwoFactorStandingEnum, { description: "The viewer against the network's requirement, now." })
  standing!: TwoFactorStanding
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When GRACE ends or ended (for members who joined later, the time of joining); null otherwise.',
  })
  deadline!: Date | null
  @Field(() => [FactorMethodEnum], { description: 'The methods this network accepts.' })
  allowedMethods!: FactorMethod[]
  @Field(() => String, { nullable: true, description: 'The help contact, as the Admins wrote it.' })
  helpContact!: string | null

  static from({ membership, network, standing }: JoinedNetwork): Membership {
    return Membership.of({
      id: membership._id,
      role: membership.role,
      isOnlyOwner: membership.role === 'OWNER' && network.ownerIds.length === 1,
      network: NetworkSummary.from(network),
      standing: standingNameOf(standing),
      deadline: deadlineIn(standing),
      allowedMethods: network.acceptedMethods,
      helpContact: network.helpContact,
    })
  }
}

const names = {
  'not-required': 'NOT_REQUIRED',
  satisfied: 'SATISFIED',
  'exempt-sso': 'EXEMPT_SSO',
  grace: 'GRACE',
  overdue: 'OVERDUE',
} as const satisfies Record<Standing['kind'], TwoFactorStanding>

export function standingNameOf({ kind }: Standing): TwoFactorStanding {
  return names[kind]
}
