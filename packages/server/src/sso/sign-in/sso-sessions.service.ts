import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { isFreshWithin, type ProviderEvidence, withEvidence } from '../../domain/evidence.js'
import { assertionFor } from '../../domain/sso-policy.js'
import type { AccountEvent, Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { Clock } from '../../platform/clock/clock.js'
import type { SessionCaller, TicketCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { NetworksOpenedBy, SignInProgressService } from '../../sessions/sign-in-progress.service.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { IdTokensService } from './id-tokens.service.js'

/** A browser, and who it speaks for before the provider's word counts. */
export interface SsoBrowser {
  /** Names a browser that was here before. */
  id: string | null
  origin: Origin
  session: SessionCaller | null
  /** The account's own sign-in that was completed before it went to the provider. */
  ownSignIn: TicketCaller | null
}

export interface SsoSession {
  caller: SessionCaller
  /** For the cookie, where a session was opened; null where the one there goes on. */
  token: string | null
}

/** What a provider's word opens. */
export class SsoSessionsService {
  constructor(
    private readonly sessions = inject(SessionService),
    private readonly signIns = inject(SignInProgressService),
    private readonly idTokens = inject(IdTokensService),
    private readonly networksOpenedBy = inject(NetworksOpenedBy),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * In a session or own sign-in of the same account the provider's assertion is added to the evidence; otherwise it opens
   * a separate session, which is good for its network alone.
   */
  async open(
    networkId: string,
    account: AccountDocument,
    answer: ProviderAnswer,
    browser: SsoBrowser,
  ): Promise<SsoSession> {
    const opened = await this.#open(account, evidenceOf(networkId, answer, this.clock.now()), browser)
    await this.idTokens.keep(opened.caller, answer.idToken)
    return opened
  }

  async #open(
    account: AccountDocument,
    evidence: ProviderEvidence,
    { session, ownSignIn, origin, id }: SsoBrowser,
  ): Promise<SsoSession> {
    if (session?.account._id === account._id) {
      const event = await this.#signedIn(account, session, evidence, origin)
      return { caller: await this.sessions.record({ ...session, account }, evidence, event), token: null }
    }
    if (ownSignIn?.account._id === account._id) {
      const proved = withEvidence(ownSignIn.signIn.evidence, evidence)
      const opened = await this.signIns.complete(ownSignIn, account, proved)
      if (opened) return opened
    }
    return this.sessions.open(account, [evidence], origin, id, await this.networksOpenedBy(account, [evidence]))
  }

  /**
   * In the account's own session, this is the sign-in to the provider's network alone. Null where it opens nothing, or
   * only confirms what was said before and still counts.
   */
  async #signedIn(
    account: AccountDocument,
    { session }: SessionCaller,
    evidence: ProviderEvidence,
    origin: Origin,
  ): Promise<AccountEvent | null> {
    const { networkId, method, at } = evidence
    const last = assertionFor(networkId, session.evidence)
    if (last && isFreshWithin(last.at, limits.providerWordLifetime, at)) return null
    const opens = await this.networksOpenedBy(account, withEvidence(session.evidence, evidence))
    if (!opens.includes(networkId)) return null
    const event = { methods: [method], isNewBrowser: false, opens: [networkId], provider: networkId }
    return { type: 'sign_in.completed', ...eventOf(account, origin, at), ...event }
  }
}

function evidenceOf(networkId: string, answer: ProviderAnswer, at: Date): ProviderEvidence {
  const { issuer, subject, amr, acr, authTime, sid } = answer
  return { method: 'IDENTITY_PROVIDER', at, networkId, issuer, subject, amr, acr, authTime, sid }
}
