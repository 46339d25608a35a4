import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { enumOf } from '../../platform/graphql/enums.js'

export const appEntryRefusals = ['NO_MEMBER', 'NOT_FOR_ROLE', 'SET_UP_SECOND_STEP', 'SET_UP_PASSKEY'] as const
export type AppEntryRefusal = (typeof appEntryRefusals)[number]

export const AppEntryRefusalEnum = enumOf(appEntryRefusals)
registerEnumType(AppEntryRefusalEnum, {
  name: 'AppEntryRefusal',
  description: 'Why the viewer cannot open an app.',
  valuesConfig: {
    NO_MEMBER: { description: 'This account is not in the network of the app.' },
    NOT_FOR_ROLE: { description: 'The app is for other roles.' },
    SET_UP_SECOND_STEP: { description: 'The app asks for a second step, and the account has none.' },
    SET_UP_PASSKEY: { description: 'The app asks for a passkey, and the account has none.' },
  },
})

@ObjectType({ description: 'An app, as a person on the way to it sees it.' })
export class AppOnTheWay extends GraphqlObject {
  @Field(() => String, { description: 'Its name.' })
  name!: string
  @Field(() => String, { nullable: true, description: 'A picture as a `data:` address.' })
  logo!: string | null
  @Field(() => String, { description: 'The host that the person is sent to.' })
  host!: string
}

@ObjectType({ description: 'Nothing is missing: the viewer may go on to the app.' })
export class AppEntryOpen extends GraphqlObject {
  @Field(() => AppOnTheWay, { description: 'The app.' })
  app!: AppOnTheWay
  @Field(() => NetworkSummary, { description: 'The network it belongs to.' })
  network!: NetworkSummary
  @Field(() => Boolean, {
    description: "Whether this is the user's first visit to the app; the page then names the app.",
  })
  isFirstVisit!: boolean
}

@ObjectType({ description: 'The viewer cannot open the app as this account, or not yet.' })
export class AppEntryRefused extends GraphqlObject {
  @Field(() => AppOnTheWay, { description: 'The app.' })
  app!: AppOnTheWay
  @Field(() => String, { description: 'The name of the network it belongs to.' })
  networkName!: string
  @Field(() => EmailAddressScalar, { description: 'The account that is signed in.' })
  email!: string
  @Field(() => AppEntryRefusalEnum, { description: 'Why.' })
  reason!: AppEntryRefusal
}

export const AppEntryResult = createUnionType({
  name: 'AppEntryResult',
  description: "The state of a user's sign-in to an app.",
  types: () => [AppEntryOpen, AppEntryRefused] as const,
})
