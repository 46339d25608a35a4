import type { Client, Token } from 'oidc-provider'
import type { SessionCaller } from '../../sessions/caller.js'
import type { AppEntryService, EntryDecision } from '../entry/app-entry.service.js'
import type { AppSessionsService } from '../sessions/app-sessions.service.js'
import type { ProviderReads } from './provider-reads.js'

/** Whether a code or token is still valid, on each use, and what the app learns by it. */
export class TokenUse {
  constructor(
    private readonly entry: AppEntryService,
    private readonly appSessions: AppSessionsService,
    private readonly reads: ProviderReads,
  ) {}

  /** Every code, token and refresh asks again: undefined is `invalid_grant`, or `invalid_token`. */
  async accountOf(subjectId: string, token: Token | undefined) {
    // An authorization is decided by the policy, which leads to what is missing.
    if (!token) return { accountId: subjectId, claims: () => ({ sub: subjectId }) }
    const found = await this.#openFor(token)
    if (!found) return undefined
    const { app, caller, decision } = found
    if (found.appSession) this.appSessions.noteUse(found.appSession)
    else if (token.kind === 'AuthorizationCode') {
      const { open, level } = decision
      await this.appSessions.begin({
        id: token.grantId,
        kind: 'OIDC',
        app,
        caller,
        open,
        level,
        sid: token.sid ?? null,
        host: null,
      })
    }
    return { accountId: subjectId, claims: () => claimsOf(subjectId, caller, decision) }
  }

  async mayUse(client: Client, token: Token): Promise<boolean> {
    if (client.clientId !== token.clientId) return false
    return (await this.#openFor(token)) !== null
  }

  /** What a token rests on, as read with it; null when that has ended, or the network is closed to the session. */
  async #openFor(token: Token) {
    const { entry } = this
    const app = await this.reads.appById(token.clientId)
    const facts = this.reads.current().tokens.get(token.jti)
    // One that the release before has stored knows nothing of what it rests on.
    const caller = facts ? entry.callerAsRead(facts) : await entry.callerOf(token.accountId)
    if (!app || !caller || facts?.appSession?.endedAt) return null
    const decision = await (facts ? entry.decideAsRead(caller, facts.stay, app) : entry.decide(caller, app))
    return decision.kind === 'open' ? { app, caller, decision, appSession: facts?.appSession ?? null } : null
  }
}

function claimsOf(sub: string, { account }: SessionCaller, { open }: Extract<EntryDecision, { kind: 'open' }>) {
  const { network, membership } = open
  const locale = (account as { locale?: string | null }).locale
  return {
    sub,
    email: account.email,
    email_verified: true,
    name: account.name,
    ...(locale ? { locale: locale.replace('_', '-') } : {}),
    network: network.slug,
    role: membership.role,
    groups: [membership.role],
  }
}
