import { inject } from '@needle-di/core'
import { ssoStartUrl } from '@twinlock/shared/slug'
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { methodsOf } from '../../accounts/account-factors.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { Interruption, notFound, reauthenticationRequired } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { AppVisitStore } from '../held/app-visit.store.js'
import { AppEntryService, type EntryDecision } from './app-entry.service.js'
import { AppEntryOpen, AppEntryRefused, AppEntryResult, AppOnTheWay } from './app-entry.types.js'
import { type EntryRequest, EntryRequests } from './entry-requests.js'

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
