import { inject } from '@needle-di/core'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { ProviderClientService } from '../provider/provider-client.service.js'
import { SsoFailureError } from '../provider/sso-failure.js'
import { deriveNonceAndVerifier } from './browser-secrets.js'
import { ConnectionTestService } from './connection-test.service.js'
import { IdentityLinkService } from './identity-link.service.js'
import { SsoAccountService } from './sso-account.service.js'
import { type SsoRequestDocument, SsoRequestStore } from './sso-request.store.js'
import { type SsoBrowser, SsoSessionsService } from './sso-sessions.service.js'

/** The browser that came back from the provider. */
export interface ReturningBrowser extends SsoBrowser {
  /** From its `sso` cookie. */
  token: string
}

export type SsoOutcome =
  | { kind: 'signed-in'; caller: SessionCaller; token: string | null; next: string }
  /** The person has to say, by their own sign-in, which account it is. */
  | { kind: 'link-required'; next: string | null }
  | { kind: 'tried'; slug: string }
  /** Nobody was signed in. Where they were going, and what for, is good for another try. */
  | { kind: 'failed'; error: unknown; next: string | null; isConfirmation: boolean }

/** The way back from the provider. */
export class SsoFinishService {
  constructor(
    private readonly requests = inject(SsoRequestStore),
    private readonly client = inject(ProviderClientService),
    private readonly accounts = inject(SsoAccountService),
    private readonly joins = inject(IdentityLinkService),
    private readonly trials = inject(ConnectionTestService),
    private readonly sessions = inject(SsoSessionsService),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws SsoFailureError EXPIRED when this browser has no such way under way */
  async finish(
    network: NetworkDocument & { sso: SsoConnection },
    parameters: URLSearchParams,
    browser: ReturningBrowser,
  ): Promise<SsoOutcome> {
    const state = parameters.get('state') ?? ''
    const request = await this.requests.take(hashToken(state), hashToken(browser.token))
    if (!request) throw new SsoFailureError('EXPIRED', 'No such sign-in was begun in this browser.')
    const { next, purpose } = request
    return this.#finish(network, request, state, parameters, browser).catch((error: unknown) => ({
      kind: 'failed',
      error,
      next,
      isConfirmation: purpose.kind === 'confirm',
    }))
  }

  /** @throws SsoFailureError; whatever is thrown, nobody was signed in */
  async #finish(
    network: NetworkDocument & { sso: SsoConnection },
    request: SsoRequestDocument,
    state: string,
    parameters: URLSearchParams,
    browser: ReturningBrowser,
  ): Promise<SsoOutcome> {
    this.#requireGood(network, request)
    const { purpose } = request
    const ask = () =>
      this.client.exchange(
        network,
        {
          state,
          ...deriveNonceAndVerifier(browser.token, state),
          isFresh: purpose.kind === 'confirm',
          oldest: null,
          acrValues: [],
        },
        parameters,
      )
    if (purpose.kind === 'try') {
      await this.trials.record(network._id, purpose.accountId, browser, ask)
      return { kind: 'tried', slug: network.slug }
    }
    const answer = await ask()
    const resolved = await this.accounts.resolve(network, answer, browser.origin)
    if (resolved.kind === 'ask-own-sign-in') {
      await this.joins.keep(browser.token, { networkId: network._id, answer, next: request.next })
      return { kind: 'link-required', next: request.next }
    }
    if (purpose.kind === 'confirm' && purpose.accountId !== resolved.account._id)
      throw new SsoFailureError('OTHER_ACCOUNT', 'Someone else signed in at the provider.')
    const opened = await this.sessions.open(network._id, resolved.account, answer, browser)
    return { kind: 'signed-in', ...opened, next: request.next ?? `/networks/${network.slug}` }
  }

  /** In time, on its own network's way back, and by the configuration it began with. */
  #requireGood({ _id, sso }: NetworkDocument & { sso: SsoConnection }, request: SsoRequestDocument): void {
    const isGood =
      request.networkId === _id &&
      request.issuer === sso.issuer &&
      request.clientId === sso.clientId &&
      this.clock.now() < request.expiresAt
    if (!isGood) throw new SsoFailureError('EXPIRED', 'This sign-in is over.')
  }
}
