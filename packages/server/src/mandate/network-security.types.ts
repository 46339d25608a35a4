import { Field, ID, ObjectType } from 'type-graphql'
import type { OpenNetwork } from '../access/access.service.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { endOfReminderHour } from './broadcasts/broadcasts-for.js'

@ObjectType({
  description: 'When two-factor authentication became mandatory, who activated it, and the deadline.',
})
export class TwoFactorMandate extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it was activated.' })
  activatedAt!: Date
  @Field(() => String, { description: 'The name of the Admin who did, as it was then.' })
  activatedBy!: string
  @Field(() => DateTimeScalar, {
    description: 'When the time to set up ends or ended; individual members may have more.',
  })
  deadline!: Date
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'From when on everyone without a method can be reminded again; null when an Admin has not reminded everyone yet.',
  })
  remindableFrom!: Date | null
}

@ObjectType({ description: "A network's security, for its Admins." })
export class NetworkSecurity {
  /** @param open entered as an Admin, or by a key that may read the network */
  constructor(readonly open: OpenNetwork) {}

  @Field(() => ID, { description: "The network's id." })
  get id(): string {
    return this.open.network._id
  }

  @Field(() => TwoFactorMandate, { nullable: true, description: 'Null while it is not mandatory.' })
  get mandatory(): TwoFactorMandate | null {
    const { mandate, remindedIn } = this.open.network
    if (!mandate) return null
    const { activatedAt, activatedBy, deadline, activationId } = mandate
    return TwoFactorMandate.of({
      activatedAt,
      activatedBy: activatedBy.name,
      deadline,
      remindableFrom: endOfReminderHour(remindedIn, activationId),
    })
  }
}
