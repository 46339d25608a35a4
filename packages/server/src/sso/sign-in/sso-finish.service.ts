import { inject } from '@needle-di/core'
import { AccessService } from '../../access/access.service.js'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { openConnection } from '../connections/client-secret.js'
import { ConnectionHealthService } from '../connections/connection-health.service.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { ProviderClientService } from '../provider/provider-client.service.js'
import { SsoTroubleError } from '../provider/sso-trouble.js'
import { SsoAddresses } from '../sso-addresses.js'
import { ArrivalsService } from './arrivals.service.js'
import { browserOf, secretsOf } from './browser-secrets.js'
import { JoinsService } from './joins.service.js'
import type { SsoRequestDocument } from './sso-request.model.js'
import { SsoRequestStore } from './sso-request.store.js'
import { type SsoBrowser, SsoSessionsService } from './sso-sessions.service.js'
import { TrialsService } from './trials.service.js'

/** The browser that came back from the provider. */
export interface ReturningBrowser extends SsoBrowser {
  /** From its `sso` cookie. */
  token: string
}

export type SsoOutcome =
  | { kind: 'signed-in'; caller: SessionCaller; token: string | null; next: string }
  /** The person has to say, by their own sign-in, which account it is. */
  | { kind: 'to-join'; next: string | null }
  | { kind: 'tried'; slug: string }
  /** Nobody was signed in. Where they were going, and what for, is good for another try. */
  | { kind: 'failed'; error: unknown; next: string | null; isConfirmation: boolean }

/** The way back from the provider. */
export class SsoFinishService {
  constructor(
    private readonly requests = inject(SsoRequestStore),
    private readonly client = inject(ProviderClientService),
    private readonly health = inject(ConnectionHealthService),
    private readonly arrivals = inject(ArrivalsService),
    private readonly joins = inject(JoinsService),
    private readonly trials = inject(TrialsService),
    private readonly sessions = inject(SsoSessionsService),
    private readonly access = inject(AccessService),
    private readonly keyRing = inject(KeyRing),
    private readonly addresses = inject(SsoAddresses),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws SsoTroubleError EXPIRED when this browser has no such way under way */
  async finish(
    network: NetworkDocument & { sso: SsoConnection },
    parameters: URLSearchParams,
    browser: ReturningBrowser,
  ): Promise<SsoOutcome> {
    const state = parameters.get('state') ?? ''
    const request = await this.requests.take(hashToken(state), browserOf(browser.token))
    if (!request) throw new SsoTroubleError('EXPIRED', 'No such sign-in was begun in this browser.')
    const { next, purpose } = request
    return this.#finish(network, request, state, parameters, browser).catch((error: unknown) => ({
      kind: 'failed',
      error,
      next,
      isConfirmation: purpose.kind === 'confirm',
    }))
  }

  /** @throws SsoTroubleError; whatever is thrown, nobody was signed in */
  async #finish(
    network: NetworkDocument & { sso: SsoConnection },
    request: SsoRequestDocument,
    state: string,
    parameters: URLSearchParams,
    browser: ReturningBrowser,
  ): Promise<SsoOutcome> {
    this.#requireGood(network, request)
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
    const opened = await this.sessions.open(network._id, arrival.account, answer, browser)
    return { kind: 'signed-in', ...opened, next: request.next ?? `/networks/${network.slug}` }
  }

  /** In time, on its own network's way back, and by the configuration it began with. */
  #requireGood({ _id, sso }: NetworkDocument & { sso: SsoConnection }, request: SsoRequestDocument): void {
    const isGood =
      request.networkId === _id &&
      request.issuer === sso.issuer &&
      request.clientId === sso.clientId &&
      this.clock.now() < request.expiresAt
    if (!isGood) throw new SsoTroubleError('EXPIRED', 'This sign-in is over.')
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
        oldest: null,
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
