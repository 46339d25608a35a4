import { inject } from '@needle-di/core'
import type { Locale } from '@twinlock/shared/locales'
import type { Client, Context, Provider } from 'oidc-provider'
import { Environment } from '../../environment.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isSameText } from '../../platform/crypto/tokens.js'
import { createOutboundFetch } from '../../platform/http/outbound-fetch.js'
import { OutboundPolicy } from '../../platform/http/outbound-request.js'
import { readerLocale, requestLocale } from '../../platform/http/request-locale.js'
import { Background } from '../../platform/jobs/background.js'
import { Logger } from '../../platform/logging/logger.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { SessionService } from '../../sessions/session.service.js'
import { SigningKeysService } from '../../signing-keys/signing-keys.service.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { AppEntryService } from '../entry/app-entry.service.js'
import { EntryLimitService } from '../entry/entry-limit.service.js'
import { AppSessionsService } from '../sessions/app-sessions.service.js'
import { ArtifactStore } from './artifact.store.js'
import { AuthorizationStore } from './authorization.store.js'
import { AuthorizationPolicy } from './authorization-policy.js'
import { BrowserSession } from './browser-session.js'
import { clientMetadataOf, loadLibrary, networkIdOf, providerConfiguration } from './provider-configuration.js'
import { ProviderReads } from './provider-reads.js'
import { TokenUse } from './token-use.js'

/** The OpenID provider: oidc-provider by panva, over our own sessions, apps and rules. */
export class OidcProviderService {
  /** Reads who a request is of; set by the routes, which a process without HTTP does not have. */
  contextOf: (request: Context['req'], response: Context['res']) => RequestContext = () => {
    throw new Error('This process serves no requests.')
  }
  readonly #requests = new WeakMap<Context['req'], RequestContext>()
  #built: { generation: string; provider: Promise<Provider> } | null = null

  constructor(
    private readonly deps = {
      apps: inject(AppStore),
      networks: inject(NetworkStore),
      artifacts: inject(ArtifactStore),
      authorizations: inject(AuthorizationStore),
      appSessions: inject(AppSessionsService),
      entry: inject(AppEntryService),
      limit: inject(EntryLimitService),
      signingKeys: inject(SigningKeysService),
      sessions: inject(SessionService),
      outboundFetch: createOutboundFetch(inject(OutboundPolicy), { timeoutMs: 5_000 }),
      background: inject(Background),
      logger: inject(Logger),
      clock: inject(Clock),
      publicUrl: inject(Environment).publicUrl,
    },
  ) {}

  /** Its keys are fixed when it is built: with new ones comes another. */
  provider(): Promise<Provider> {
    const generation = this.deps.signingKeys.generation()
    if (this.#built?.generation !== generation) this.#built = { generation, provider: this.#build() }
    const { provider } = this.#built
    // A database that was away for a moment must not leave a failure behind.
    provider.catch(() => {
      if (this.#built?.provider === provider) this.#built = null
    })
    return provider
  }

  /** Notifies an app of a sign-out (OpenID Connect Back-Channel Logout 2.5). */
  async sendLogout(app: AppDocument, subjectId: string, sid: string | null): Promise<void> {
    const provider = await this.provider()
    const { Client } = provider
    const client = new Client(clientMetadataOf(app, this.deps.publicUrl))
    await this.#sendLogout.call(client, subjectId, sid ?? undefined)
  }

  /** The library's own sender; its sign-out page must not notify apps a second time. */
  #sendLogout: Client['backchannelLogout'] = async () => undefined

  async #build(): Promise<Provider> {
    const { deps } = this
    const library = await loadLibrary()
    const { Provider: OidcProvider } = library
    const { artifacts, appSessions, clock, publicUrl, outboundFetch } = deps
    const reads = new ProviderReads(() => OidcProvider.ctx, deps.apps, deps.authorizations, clock)
    const requestOf = (context: Context) => this.#requestOf(context)
    const configuration = providerConfiguration({
      library,
      jwks: await deps.signingKeys.signingSet(),
      publicUrl,
      artifacts,
      appSessions,
      limit: deps.limit,
      reads,
      policy: new AuthorizationPolicy(deps.entry, reads, requestOf, clock),
      tokens: new TokenUse(deps.entry, appSessions, reads),
      clock,
      outboundFetch,
      provider: () => provider,
      clientById: (id) => this.#clientById(id, reads),
      readAhead: async (providerSessionRef) => {
        if (OidcProvider.ctx) await requestOf(OidcProvider.ctx).session(reads.sessionReader(providerSessionRef))
      },
      requestOf,
      localeOf: (context) => this.#localeOf(context),
    })
    const provider: Provider = new OidcProvider(`${publicUrl}/oidc`, configuration)
    // Where it is reached is PUBLIC_URL, whatever a proxy calls it: the route sets the headers that this trusts.
    provider.proxy = true
    const client = provider.Client.prototype
    this.#sendLogout = client.backchannelLogout
    client.backchannelLogout = async () => undefined
    client.compareClientSecret = async function (this: Client, secret: string) {
      return isSecretOf(await reads.appById(this.clientId), secret)
    }
    const browsers = new BrowserSession(deps.sessions, reads, requestOf, clock)
    browsers.mirror(provider, library.errors)
    browsers.endWith(provider)
    // At the token endpoint it revokes a grant for one reason: a code or refresh token was presented again.
    provider.on('grant.revoked', ({ oidc }: Context, grantId: string) =>
      deps.background.run('grant revoked', () =>
        appSessions.endById(grantId, oidc.route === 'token' ? 'GRANT_REUSED' : 'SIGNED_OUT'),
      ),
    )
    provider.on('server_error', (_: Context, error: Error) =>
      deps.logger.error({ err: error }, 'The OpenID provider failed'),
    )
    return provider
  }

  async #clientById(id: string, reads: ProviderReads): Promise<Record<string, unknown> | undefined> {
    const app = await reads.appById(id)
    return app && app.redirectUris.length > 0 ? clientMetadataOf(app, this.deps.publicUrl) : undefined
  }

  /** The signed-in person's, else the browser's, else that of the app's network. */
  async #localeOf(context: Context): Promise<Locale> {
    const account = (await this.#requestOf(context).session())?.account
    const { client } = context.oidc
    const network =
      account?.locale || requestLocale() || !client ? null : await this.deps.networks.byId(networkIdOf(client))
    return readerLocale(account, network)
  }

  /** Before the headers say what the library is to believe: where a request comes from is in them. */
  arrives(request: Context['req'], response: Context['res']): void {
    this.#requests.set(request, this.contextOf(request, response))
  }

  /** The same throughout a request, so that its session is read once. */
  #requestOf({ req, res }: Context): RequestContext {
    const request = this.#requests.get(req) ?? this.contextOf(req, res)
    this.#requests.set(req, request)
    return request
  }
}

function isSecretOf(app: AppDocument | null, secret: string): boolean {
  const hash = hashToken(secret)
  return (app?.secrets ?? []).filter((live) => isSameText(live.hash, hash)).length > 0
}
