import type { Plan } from '@twinlock/shared/vocabulary'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../platform/graphql/common.types.js'
import { PlanEnum } from '../platform/graphql/enums.js'
import type { NetworkDocument } from './network.model.js'

@ObjectType({ description: 'What an account may read of its network while the network is locked for it.' })
export class NetworkSummary extends GraphqlObject {
  @Field(() => ID, { description: "The network's id." })
  id!: string
  @Field(() => String, { description: 'Its address in links.' })
  slug!: string
  @Field(() => String, { description: 'Its name.' })
  name!: string
  @Field(() => PlanEnum, { description: 'Its plan.' })
  plan!: Plan

  static from({ _id, slug, name, plan }: NetworkDocument): NetworkSummary {
    return NetworkSummary.of({ id: _id, slug, name, plan })
  }
}
