import { Field, ID, ObjectType } from 'type-graphql'
import type { AccountEvent } from '../../events/event.types.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'

@ObjectType({ description: 'Something that happened to the account.' })
export class AccountActivity extends GraphqlObject {
  @Field(() => ID, { description: "The event's id." })
  id!: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date
  @Field(() => String, { description: "What, as a name that stays: 'sign_in.completed', 'two_factor.enabled', …" })
  type!: string
  @Field(() => String, { nullable: true, description: 'The method it was about, where it was about one.' })
  method!: string | null
  @Field(() => String, { description: 'Browser and operating system.' })
  device!: string
  @Field(() => String, { description: 'The IP address that the event came from.' })
  address!: string

  static from(event: AccountEvent): AccountActivity {
    const { id, at, type, origin } = event
    return AccountActivity.of({
      id,
      at,
      type,
      method: 'method' in event ? event.method : null,
      device: origin.device,
      address: origin.address,
    })
  }
}
