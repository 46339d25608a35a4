import { Field, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../platform/graphql/graphql-object.js'
import { CountryCodeScalar } from '../platform/graphql/scalars.js'

@ObjectType({ description: 'What this installation offers.' })
export class Capabilities extends GraphqlObject {
  @Field(() => Boolean, { description: 'Whether it sends text messages.' })
  smsAvailable!: boolean
  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Where texts are sent to; null: everywhere.' })
  smsCountries!: string[] | null
  @Field(() => Boolean, { description: 'Whether messages are captured and shown at /dev/inbox.' })
  devInbox!: boolean
  @Field(() => Boolean, { description: 'Whether a demo network was made.' })
  demo!: boolean
}
