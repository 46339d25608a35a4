import type { Context, Provider } from 'oidc-provider'
import { requirementOf, stricterOf } from '../../domain/app-access.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { AppDocument } from '../app.model.js'
import { type AppEntryService, anyRule } from '../entry/app-entry.service.js'
import type { ProviderReads } from './provider-reads.js'
import { secondsOf, subjectIdOf } from './subject.js'

/** The scopes that an app may request; there is no consent step, so each grant has all of them. */
export const SCOPES = ['openid', 'profile', 'email', 'groups', 'offline_access']

/** What stands between a browser and an app: a step that is missing, or that they have never been there. */
export class AuthorizationPolicy {
  constructor(
    private readonly entry: AppEntryService,
    private readonly reads: ProviderReads,
    private readonly requestOf: (context: Context) => RequestContext,
    private readonly clock: Clock,
  ) {}

  /** Whether a step is missing; the steps that are complete are recorded for the app's claims. */
  async needsEntry(context: Context): Promise<boolean> {
    const { session, client, params, result } = context.oidc
    const found = this.reads.current().stays.get(client.clientId)
    const caller = await this.requestOf(context).session()
    if (!found || !caller || session.accountId !== subjectIdOf(caller)) return true
    const { app, stay } = found
    const asked = entryAsked(app, params)
    // What was asked to be new was verified when the entry was finished.
    const since = asked.maxAge === null || result?.login ? null : new Date(this.clock.now().getTime() - asked.maxAge)
    const decision = await this.entry.decideAsRead(caller, stay, app, asked.rule, since)
    if (decision.kind !== 'open') return true
    session.acr = decision.level.acr
    session.amr = decision.level.amr
    session.loginTs = secondsOf(decision.level.authTime)
    return false
  }

  isFirstVisit({ oidc: { client } }: Context): boolean {
    return !this.reads.current().stays.get(client.clientId)?.hasVisited
  }

  /** An app of the person's own network needs no consent: the scopes it requests are granted, for this session. */
  async grantOf({ oidc }: Context, provider: Provider) {
    const { session, client } = oidc
    const known = session.grantIdFor(client.clientId)
    const found = known && (await provider.Grant.find(known))
    if (found && found.accountId === session.accountId) return found
    // With the grant ends the name by which the app knew this session.
    if (session.authorizations) delete session.authorizations[client.clientId]
    const grant = new provider.Grant({ accountId: session.accountId ?? '', clientId: client.clientId })
    grant.addOIDCScope(SCOPES.join(' '))
    await grant.save()
    return grant
  }
}

/** What a request for authorization asks beside the app's own rule. */
export function entryAsked(app: AppDocument, params: Record<string, string | undefined>) {
  const wanted = params.acr_values?.split(' ') ?? []
  const rule = { ...anyRule(app), requires: stricterOf(app.requires, requirementOf(wanted)) }
  const maxAge = params.max_age === undefined ? null : Number(params.max_age) * 1000
  return { rule, maxAge, isNewSignIn: params.prompt?.split(' ').includes('login') ?? false }
}
