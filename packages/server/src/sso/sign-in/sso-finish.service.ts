import type { AccessService } from '../../access/access.service.js'
import type { AccountDocument } from '../../accounts/account.model.js'
import { type ProviderEvidence, withEvidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import type { SessionCaller, TicketCaller } from '../../sessions/caller.js'
import type { SessionService } from '../../sessions/session.service.js'
import type { SignInProgressService } from '../../sessions/sign-in-progress.service.js'
import { openConnection } from '../connections/client-secret.js'
import type { ConnectionHealthService } from '../connections/connection-health.service.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import type { ProviderClientService } from '../provider/provider-client.service.js'
import { SsoTroubleError } from '../provider/sso-trouble.js'
import type { SsoAddresses } from '../sso-addresses.js'
import type { ArrivalsService } from './arrivals.service.js'
import { browserOf, secretsOf } from './browser-secrets.js'
import type { IdTokensService } from './id-tokens.service.js'
import type { JoinsService } from './joins.service.js'
import type { SsoRequestDocument } from './sso-request.model.js'
import type { SsoRequestStore } from './sso-request.store.js'
import type { TrialsService } from './trials.service.js'

/** The browser that came back from the provider, and who it was before. */
export interface ReturningBrowser {
  /** From its `sso` cookie. */
  token: string
  /** Names a browser that was here before. */
  id: string | null
  origin: Origin
  session: SessionCaller | null
  /** The account's own sign-in that was completed before it went there. */
  ownSignIn: TicketCaller | null
}

export type SsoOutcome =
  | { kind: 'signed-in'; caller: SessionCaller; token: string | null; next: string }
  /** The person has to say, by their own sign-in, which account it is. */
  | { kind: 'to-join'; next: string | null }
  | { kind: 'tried'; slug: string }

/** The way back from the provider. */
export class SsoFinishService {
  constructor(
    private readonly requests: SsoRequestStore,
    private readonly client: ProviderClientService,
    private readonly health: ConnectionHealthService,
    private readonly arrivals: ArrivalsService,
    private readonly joins: JoinsService,
    private readonly trials: TrialsService,
    private readonly idTokens: IdTokensService,
    private readonly access: AccessService,
    private readonly sessions: SessionService,
    private readonly signIns: SignInProgressService,
    private readonly keyRing: KeyRing,
    private readonly addresses: SsoAddresses,
    private readonly clock: Clock,
  ) {}

  /** @throws SsoTroubleError; whatever is thrown, nobody was signed in */
  async finish(
    network: NetworkDocument & { sso: SsoConnection },
    parameters: URLSearchParams,
    browser: ReturningBrowser,
  ): Promise<SsoOutcome> {
    const state = parameters.get('state') ?? ''
    const request = await this.#take(network, state, browser.token)
    if (request.purpose.kind === 'try') return this.#try(network, request, state, parameters, browser)
    const answer = await this.#exchange(network, request, state, parameters, browser.token)
    await this.health.noteWorked(network)
    const arrival = await this.arrivals.receive(network, answer, browser.origin)
    if (arrival.kind === 'ask-own-sign-in') {
      await this.joins.keep(browser.token, { networkId: network._id, answer, next: request.next })
      return { kind: 'to-join', next: request.next }
    }
    const { purpose } = request
    if (purpose.kind === 'confirm' && purpose.accountId !== arrival.account._id)
      throw new SsoTroubleError('OTHER_ACCOUNT', 'Somebody else signed in at the provider.')
    const evidence = evidenceOf(network._id, answer, this.clock.now())
    const opened = await this.signIn(arrival.account, evidence, browser)
    await this.idTokens.keep(opened.caller, answer.idToken)
    return { kind: 'signed-in', ...opened, next: request.next ?? `/networks/${network.slug}` }
  }

  /**
   * In the session or the own sign-in of the same account the provider's word is added to what was proved there;
   * otherwise it opens a session of its own, which is good for its network alone.
   */
  async signIn(
    account: AccountDocument,
    evidence: ProviderEvidence,
    { session, ownSignIn, origin, id }: Omit<ReturningBrowser, 'token'>,
  ): Promise<{ caller: SessionCaller; token: string | null }> {
    if (session?.account._id === account._id)
      return { caller: await this.sessions.record({ ...session, account }, evidence), token: null }
    if (ownSignIn?.account._id === account._id) {
      const proved = withEvidence(ownSignIn.signIn.evidence, evidence)
      const opened = await this.signIns.complete(ownSignIn, account, proved)
      if (opened) return opened
    }
    return this.sessions.open(account, [evidence], origin, id)
  }

  /** One use, in time, in its own browser, on its own network's way back, and by the configuration it began with. */
  async #take(
    network: NetworkDocument & { sso: SsoConnection },
    state: string,
    browserToken: string,
  ): Promise<SsoRequestDocument> {
    const request = await this.requests.take(hashToken(state), browserOf(browserToken))
    const isGood =
      request?.networkId === network._id &&
      request.issuer === network.sso.issuer &&
      request.clientId === network.sso.clientId &&
      this.clock.now() < request.expiresAt
    if (!isGood) throw new SsoTroubleError('EXPIRED', 'No such sign-in was begun in this browser, or it is over.')
    return request
  }

  async #exchange(
    network: NetworkDocument & { sso: SsoConnection },
    { purpose }: SsoRequestDocument,
    state: string,
    parameters: URLSearchParams,
    browserToken: string,
  ): Promise<ProviderAnswer> {
    return this.client.exchange(
      await openConnection(this.keyRing, network._id, network.sso),
      {
        state,
        ...secretsOf(browserToken, state),
        redirectUri: this.addresses.callback(network.slug),
        isFresh: purpose.kind === 'confirm',
        acrValues: [],
      },
      parameters,
    )
  }

  async #try(
    network: NetworkDocument & { sso: SsoConnection },
    request: SsoRequestDocument,
    state: string,
    parameters: URLSearchParams,
    { session, token, origin }: ReturningBrowser,
  ): Promise<SsoOutcome> {
    if (!session || request.purpose.kind !== 'try' || request.purpose.accountId !== session.account._id)
      throw new SsoTroubleError('EXPIRED', 'Whoever tried the sign-in is not signed in any more.')
    const open = await this.access.enterAsAdmin(session, network._id)
    const answer = () => this.#exchange(network, request, state, parameters, token)
    await this.trials.record(open, answer, origin)
    return { kind: 'tried', slug: network.slug }
  }
}

export function evidenceOf(networkId: string, answer: ProviderAnswer, at: Date): ProviderEvidence {
  const { issuer, subject, amr, acr, authTime, sid } = answer
  return { method: 'IDENTITY_PROVIDER', at, networkId, issuer, subject, amr, acr, authTime, sid }
}
