import type { Role } from '@twinlock/shared/vocabulary'
import { Field, ID, ObjectType } from 'type-graphql'
import { memberOf } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { DateTimeScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import { RoleEnum } from '../../platform/graphql/enums.js'
import type { AppSessionDocument } from './app-session.model.js'
import type { AppVisitor } from './app-visit.store.js'

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

@ObjectType({ description: 'A person who has used an app.' })
export class AppPerson extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id, for ending their access." })
  memberId!: string
  @Field(() => String, { description: 'Their name.' })
  name!: string
  @Field(() => String, { description: 'The address of their account.' })
  email!: string
  @Field(() => RoleEnum, { nullable: true, description: 'Their role; null once they have left the network.' })
  role!: Role | null
  @Field(() => DateTimeScalar, { description: 'When they first opened it.' })
  firstUsedAt!: Date
  @Field(() => DateTimeScalar, { description: 'When it was last used in their name, to a few minutes.' })
  lastUsedAt!: Date
  @Field(() => Boolean, { description: 'Whether they are signed in to it now, in any browser.' })
  isSignedIn!: boolean

  static from({ visit, membership, live }: AppVisitor, network: NetworkDocument): AppPerson {
    return AppPerson.of({
      memberId: `${visit.networkId}:${visit.accountId}`,
      name: membership?.name ?? '',
      email: membership?.email ?? '',
      role: memberOf(network, membership)?.role ?? null,
      firstUsedAt: visit.at,
      lastUsedAt: visit.lastUsedAt,
      isSignedIn: live.length > 0,
    })
  }
}

@ObjectType({ description: 'A page of the people who have used an app.' })
export class AppPersonConnection extends GraphqlObject {
  @Field(() => [AppPerson], { description: 'The people, the most recent first.' })
  nodes!: AppPerson[]
  @Field(() => PageInfo, { description: 'Where the next page begins.' })
  pageInfo!: PageInfo
}
