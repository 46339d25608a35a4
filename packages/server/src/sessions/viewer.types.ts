import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import type { SessionCaller } from './caller.js'

@ObjectType({ description: 'The signed-in account, as it sees itself in this session.' })
export class Viewer {
  constructor(readonly caller: SessionCaller) {}

  @Field(() => ID, { description: "The account's id." })
  get id(): string {
    return this.caller.account._id
  }

  @Field(() => String, { description: 'The name of the person, as teammates see it.' })
  get name(): string {
    return this.caller.account.name
  }

  @Field(() => EmailAddressScalar, { description: 'The confirmed address of the account.' })
  get email(): string {
    return this.caller.account.email
  }
}

@ObjectType({ description: 'One browser that is signed in to the account.' })
export class SessionInfo extends GraphqlObject {
  @Field(() => ID, { description: "The session's id, for ending it." })
  id!: string
  @Field(() => Boolean, { description: 'Whether it is the session that asks.' })
  isCurrent!: boolean
  @Field(() => DateTimeScalar, { description: 'When it was signed in.' })
  createdAt!: Date
  @Field(() => DateTimeScalar, { description: 'When it was last used, to a few minutes.' })
  lastSeenAt!: Date
  @Field(() => String, { description: 'Browser and operating system.' })
  device!: string
  @Field(() => String, { description: 'The IP address that the user signed in from.' })
  address!: string
}

@ObjectType({ description: 'A browser that skips the second step at sign-in.' })
export class TrustedDevice extends GraphqlObject {
  @Field(() => ID, { description: "The device's id, for forgetting it." })
  id!: string
  @Field(() => String, { description: 'Browser and operating system.' })
  device!: string
  @Field(() => DateTimeScalar, { description: 'Since when it is trusted.' })
  createdAt!: Date
  @Field(() => DateTimeScalar, { description: 'Until when it is trusted.' })
  expiresAt!: Date
}

@ObjectType({ description: 'A session is open.' })
export class SignedIn extends GraphqlObject {
  @Field(() => Viewer, { description: 'Whose session it is.' })
  viewer!: Viewer
}
