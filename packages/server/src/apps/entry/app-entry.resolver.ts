import { inject } from '@needle-di/core'
import { ssoStartUrl } from '@twinlock/shared/slug'
import { Arg, Ctx, createUnionType, Field, ID, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql'
import { methodsOf } from '../../accounts/account-factors.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { Interruption, notFound, reauthenticationRequired } from '../../platform/errors/interruption.js'
import { EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { enumOf } from '../../platform/graphql/enums.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { AppVisitStore } from '../sessions/app-visit.store.js'
import { AppEntryService, type EntryDecision } from './app-entry.service.js'
import { type EntryRequest, EntryRequests } from './entry-requests.js'

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

@Resolver()
export class AppEntryResolver {
  constructor(
    private readonly requests = inject(EntryRequests),
    private readonly entry = inject(AppEntryService),
    private readonly visits = inject(AppVisitStore),
  ) {}

  @Query(() => AppEntryResult, {
    description:
      'Whether the viewer can open an app. A missing requirement is reported with its own error code: UNAUTHENTICATED, TWO_FACTOR_SETUP_REQUIRED, TWO_FACTOR_REQUIRED, SSO_REQUIRED, REAUTHENTICATION_REQUIRED. NOT_FOUND when it took too long.',
  })
  async appEntry(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<typeof AppEntryResult> {
    const caller = await context.requireSession()
    const asked = await this.requests.byId(id)
    if (!asked) throw notFound('It took too long. Begin again in the app.')
    const decision = await this.entry.decide(caller, asked.app, asked.rule, asked.since)
    switch (decision.kind) {
      case 'open':
        return AppEntryOpen.of({
          app: shownOf(asked),
          network: NetworkSummary.from(decision.open.network),
          isFirstVisit: !(await this.visits.has(asked.app._id, caller.account._id)),
        })
      case 'closed':
        if (decision.interruption.code !== 'NOT_FOUND') throw decision.interruption
        return refused(asked, caller, 'NO_MEMBER')
      case 'missing':
        return refusedFor(asked, caller, decision)
    }
  }
}

/** @throws Interruption what can be shown on the spot */
function refusedFor(
  asked: EntryRequest,
  caller: SessionCaller,
  { entry, open }: Extract<EntryDecision, { kind: 'missing' }>,
): AppEntryRefused {
  const details = { network: { id: open.network._id, slug: open.network.slug, name: open.network.name } }
  switch (entry.kind) {
    case 'not-for-role':
      return refused(asked, caller, 'NOT_FOR_ROLE')
    case 'needs-set-up':
      return refused(asked, caller, entry.requires === 'PHISHING_RESISTANT' ? 'SET_UP_PASSKEY' : 'SET_UP_SECOND_STEP')
    case 'needs-second-step':
      throw new Interruption('TWO_FACTOR_REQUIRED', `${asked.app.name} asks for a second step.`, {
        ...details,
        acceptedMethods: entry.methods,
        methods: entry.methods,
      })
    case 'needs-fresh-sign-in':
      throw reauthenticationRequired(entry.needs, {
        ...details,
        methods: methodsOf(caller.account),
        ...(entry.needs.includes('SSO') ? { startUrl: `${ssoStartUrl(open.network.slug)}?confirm` } : {}),
      })
  }
}

function refused(asked: EntryRequest, { account }: SessionCaller, reason: AppEntryRefused['reason']): AppEntryRefused {
  return AppEntryRefused.of({
    app: shownOf(asked),
    networkName: asked.app.networkName,
    email: account.email,
    reason,
  })
}

function shownOf({ app, host }: EntryRequest): AppOnTheWay {
  return AppOnTheWay.of({ name: app.name, logo: app.logo, host })
}
