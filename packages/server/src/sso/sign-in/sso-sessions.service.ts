import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import { type ProviderEvidence, withEvidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import type { SessionCaller, SignInCaller } from '../../sessions/caller.js'
import { NetworksOpenedBy, SessionService } from '../../sessions/session.service.js'
import { SignInProgressService } from '../../sessions/sign-in-progress.service.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { IdTokensService } from './id-tokens.service.js'

/** A browser, and who it speaks for before the provider's assertion counts. */
export interface SsoBrowser {
  /** Names a browser that was here before. */
  id: string | null
  origin: Origin
  session: SessionCaller | null
  /** The account's own sign-in that was completed before it went to the provider. */
  ownSignIn: SignInCaller | null
}

export interface SsoSession {
  caller: SessionCaller
  /** For the cookie, where a session was opened; null where the one there goes on. */
  token: string | null
}

/** What a provider's assertion opens. */
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
    if (session?.account._id === account._id)
      return { caller: await this.sessions.record({ ...session, account }, evidence, origin), token: null }
    if (ownSignIn?.account._id === account._id) {
      const proved = withEvidence(ownSignIn.signIn.evidence, evidence)
      const opened = await this.signIns.complete(ownSignIn, account, proved)
      if (opened) return opened
    }
    return this.sessions.open(account, [evidence], origin, id, await this.networksOpenedBy(account, [evidence]))
  }
}

function evidenceOf(networkId: string, answer: ProviderAnswer, at: Date): ProviderEvidence {
  const { issuer, subject, amr, acr, authTime, sid } = answer
  return { method: 'IDENTITY_PROVIDER', at, networkId, issuer, subject, amr, acr, authTime, sid }
}
