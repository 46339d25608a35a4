import type { Context } from 'oidc-provider'
import type { Clock } from '../../platform/clock/clock.js'
import type { AppDocument } from '../app.model.js'
import type { AppStore } from '../app.store.js'
import { RequestReads } from './request-reads.js'
import { parseSubject } from './subject.js'

/** Reads for the provider, each thing once in a request. */
export class ProviderReads {
  readonly #byRequest = new WeakMap<Context['req'], RequestReads>()

  constructor(
    /** The request at hand, as the library knows it. */
    private readonly context: () => Context | undefined,
    private readonly apps: AppStore,
    private readonly clock: Clock,
  ) {}

  /** What the current request has read. Outside of a request nothing is retained. */
  current(): RequestReads {
    const request = this.context()?.req
    const reads = (request && this.#byRequest.get(request)) ?? new RequestReads()
    if (request) this.#byRequest.set(request, reads)
    return reads
  }

  /** For a browser that is signed in, with all that its authorization asks, and the provider's session if it is named. */
  appById(id: string, sessionRef: string | null = null): Promise<AppDocument | null> {
    const reads = this.current()
    const known = reads.apps.get(id) ?? this.#readApp(id, sessionRef, reads)
    reads.apps.set(id, known)
    return known
  }

  /** The library reads the provider's session first; the same request names the app. */
  async ahead(sessionRef: string, browserOf: string | undefined): Promise<void> {
    const clientId = this.context()?.query.client_id
    if (!browserOf || typeof clientId !== 'string') return
    this.current().browserOf = browserOf
    await this.appById(clientId, sessionRef)
  }

  /** At the token endpoint. One that is named twice is an array, which the library refuses later. */
  tokenInHand(): { kind: string; id: string } | null {
    const { route, params } = this.context()?.oidc ?? {}
    if (route !== 'token') return null
    const isCode = params?.grant_type === 'authorization_code'
    const [kind, id] = isCode ? ['AuthorizationCode', params.code] : ['RefreshToken', params?.refresh_token]
    return typeof id === 'string' ? { kind, id } : null
  }

  async #readApp(id: string, sessionRef: string | null, reads: RequestReads): Promise<AppDocument | null> {
    const accountId = parseSubject(reads.browserOf ?? '')?.accountId
    if (!accountId) return this.apps.byId(id)
    const found = await this.apps.withStay(id, accountId, sessionRef)
    if (!found) return null
    reads.stays.set(id, found)
    const now = this.clock.now()
    for (const each of found.artifacts) if (now < each.expiresAt) reads.artifacts.set(each._id, each)
    return found.app
  }
}
