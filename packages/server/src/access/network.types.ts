import type { Plan, Role } from '@twinlock/shared/vocabulary'
import { Field, ID, ObjectType } from 'type-graphql'
import { PlanEnum, RoleEnum } from '../platform/graphql/enums.js'
import type { OpenNetwork } from './access.service.js'

@ObjectType({
  description: "A network as its members see it. Every path to it is guarded by the viewer's standing and evidence.",
})
export class Network {
  /** Can only be made from a network that has been opened to the caller. */
  constructor(readonly open: OpenNetwork) {}

  @Field(() => ID, { description: "The network's id." })
  get id(): string {
    return this.open.network._id
  }

  @Field(() => String, { description: 'Its address in links.' })
  get slug(): string {
    return this.open.network.slug
  }

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.open.network.name
  }

  @Field(() => PlanEnum, { description: 'Its plan.' })
  get plan(): Plan {
    return this.open.network.plan
  }

  @Field(() => RoleEnum, { nullable: true, description: "The viewer's role in it; null for an API key." })
  get role(): Role | null {
    return this.open.by === 'person' ? this.open.membership.role : null
  }
}
