import { Field, ID, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/graphql-object.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import type { AppSessionDocument } from './app-session.model.js'

@ObjectType({
  description: 'A sign-in of the viewer to an app, opened from one of their sessions.',
})
export class AppSession extends GraphqlObject {
  @Field(() => ID, { description: "The app's id, for ending what it holds." })
  appId!: string
  @Field(() => String, { description: 'The name of the app.' })
  appName!: string
  @Field(() => String, { description: 'The network it belongs to.' })
  networkName!: string
  @Field(() => DateTimeScalar, { description: 'When the viewer signed in to the app.' })
  signedInAt!: Date
  @Field(() => DateTimeScalar, { description: 'When the app last used it, to a few minutes.' })
  lastUsedAt!: Date

  static from({ appId, appName, networkName, createdAt, lastUsedAt }: AppSessionDocument): AppSession {
    return AppSession.of({ appId, appName, networkName, signedInAt: createdAt, lastUsedAt })
  }
}

@ObjectType({ description: 'That a member used an app.' })
export class AppUse extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { description: "The account's address at the time." })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When they signed in to it.' })
  signedInAt!: Date
  @Field(() => DateTimeScalar, { description: 'When the app last used it, to a few minutes.' })
  lastUsedAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it goes on.' })
  endedAt!: Date | null

  static from({ networkId, accountId, email, createdAt, lastUsedAt, endedAt }: AppSessionDocument): AppUse {
    return AppUse.of({ memberId: `${networkId}:${accountId}`, email, signedInAt: createdAt, lastUsedAt, endedAt })
  }
}
