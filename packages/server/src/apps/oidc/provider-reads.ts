import type { Context } from 'oidc-provider'
import type { Clock } from '../../platform/clock/clock.js'
import type { ReadSession } from '../../sessions/session.service.js'
import type { AppDocument } from '../app.model.js'
import type { AppStore } from '../app.store.js'
import type { AuthorizationFacts, AuthorizationStore } from './authorization.store.js'
import { RequestReads } from './request-reads.js'

/** Reads for the provider, each thing once in a request. */
export class ProviderReads {
  readonly #byRequest = new WeakMap<Context['req'], RequestReads>()

  constructor(
    /** The request at hand, as the library knows it. */
    private readonly context: () => Context | undefined,
    private readonly apps: AppStore,
    private readonly authorizations: AuthorizationStore,
    private readonly clock: Clock,
  ) {}

  /** What the current request has read. Outside of a request nothing is retained. */
  current(): RequestReads {
    const request = this.context()?.req
    const reads = (request && this.#byRequest.get(request)) ?? new RequestReads()
    if (request) this.#byRequest.set(request, reads)
    return reads
  }

  /** For a browser that is signed in, with all that its authorization asks. */
  appById(id: string): Promise<AppDocument | null> {
    const reads = this.current()
    const known = reads.apps.get(id) ?? this.#readApp(id, reads.sessionRef)
    reads.apps.set(id, known)
    return known
  }

  /**
   * How the session of the browser is read: together with the app that the request names, and with the provider's
   * session, which the library reads first. Undefined where no app is named.
   */
  sessionReader(providerSessionRef: string | null): ReadSession | undefined {
    const clientId = this.context()?.query.client_id
    if (typeof clientId !== 'string') return undefined
    return (sessionRef) => this.#readAll(sessionRef, clientId, providerSessionRef)
  }

  /** At the token endpoint. One that is named twice is an array, which the library refuses later. */
  presentedToken(): { kind: string; id: string } | null {
    const { route, params } = this.context()?.oidc ?? {}
    if (route !== 'token') return null
    const isCode = params?.grant_type === 'authorization_code'
    const [kind, id] = isCode ? ['AuthorizationCode', params.code] : ['RefreshToken', params?.refresh_token]
    return typeof id === 'string' ? { kind, id } : null
  }

  async #readApp(id: string, sessionRef: string | undefined): Promise<AppDocument | null> {
    const found = sessionRef === undefined ? null : await this.#readAll(sessionRef, id, null)
    return found ? (found.opened?.app ?? null) : this.apps.byId(id)
  }

  async #readAll(
    sessionRef: string,
    appId: string,
    providerSessionRef: string | null,
  ): Promise<AuthorizationFacts | null> {
    const found = await this.authorizations.facts(sessionRef, appId, providerSessionRef)
    if (!found) return null
    const [reads, now] = [this.current(), this.clock.now()]
    reads.apps.set(appId, Promise.resolve(found.opened?.app ?? null))
    if (found.opened) reads.stays.set(appId, found.opened)
    for (const each of found.artifacts) if (now < each.expiresAt) reads.artifacts.set(each._id, each)
    return found
  }
}
