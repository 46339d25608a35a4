import { inject } from '@needle-di/core'
import { defaultLocale, type Locale } from '@twinlock/shared/locales'
import { clientAuthMethods, signingAlgorithms } from '@twinlock/shared/vocabulary'
import type { Client, Context, Provider, Token } from 'oidc-provider'
import { acrValues, levelOf, requirementOf, stricterOf } from '../../domain/app-access.js'
import { Environment } from '../../environment.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isSameText } from '../../platform/crypto/tokens.js'
import { createOutboundFetch, type OutboundInit } from '../../platform/http/outbound-fetch.js'
import { OutboundPolicy } from '../../platform/http/outbound-request.js'
import { requestLocale } from '../../platform/http/request-locale.js'
import { Background } from '../../platform/jobs/background.js'
import { Logger } from '../../platform/logging/logger.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { SessionService } from '../../sessions/session.service.js'
import { SigningKeysService } from '../../signing-keys/signing-keys.service.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { AppEntryService, anyRule, type EntryDecision } from '../entry/app-entry.service.js'
import { AppSessionsService } from '../held/app-sessions.service.js'
import { adapterFor } from './adapter.js'
import { ArtifactStore } from './artifact.store.js'
import { beginIn, isBegunIn } from './begun-in.js'
import { clientMetadataOf, networkIdOf } from './client-metadata.js'
import { loadLibrary } from './library.js'
import { logoutPage, problemPage, signedOutPage } from './pages.js'
import { RequestReads } from './request-reads.js'
import { pairwiseSubject, parseSubject, subjectIdOf } from './subject.js'

const SCOPES = ['openid', 'profile', 'email', 'groups', 'offline_access']

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
      artifacts: inject(ArtifactStore),
      held: inject(AppSessionsService),
      entry: inject(AppEntryService),
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

  /** Tells an app that somebody was signed out (OpenID Connect Back-Channel Logout 2.5). */
  async sendLogout(app: AppDocument, subjectId: string, sid: string | null): Promise<void> {
    const provider = await this.provider()
    const { Client } = provider
    const client = new Client(clientMetadataOf(app, this.deps.publicUrl))
    await this.#sendLogout.call(client, subjectId, sid ?? undefined)
  }

  /** The library's own; its sign-out page must not send it besides. */
  #sendLogout: Client['backchannelLogout'] = async () => undefined

  async #build(): Promise<Provider> {
    const { deps } = this
    const library = await loadLibrary()
    const { Provider: OidcProvider } = library
    this.#reads = () => readsOf(OidcProvider.ctx)
    const keys = await deps.signingKeys.signingSet()
    const provider: Provider = new OidcProvider(
      `${deps.publicUrl}/oidc`,
      this.#configuration(library, keys, () => provider),
    )
    // Where it is reached is PUBLIC_URL, whatever a proxy calls it: the route sets the headers that this trusts.
    provider.proxy = true
    const client = provider.Client.prototype
    this.#sendLogout = client.backchannelLogout
    client.backchannelLogout = async () => undefined
    const appById = (id: string) => this.#appById(id)
    client.compareClientSecret = async function (this: Client, secret: string) {
      return isSecretOf(await appById(this.clientId), secret)
    }
    this.#mirrorSessions(provider, library.errors)
    this.#endSessions(provider)
    // Asked for tokens, it revokes a grant for one reason: a code or refresh token was presented again.
    provider.on('grant.revoked', ({ oidc }: Context, grantId: string) =>
      deps.background.run('grant revoked', () =>
        deps.held.endById(grantId, oidc.route === 'token' ? 'GRANT_REUSED' : 'SIGNED_OUT'),
      ),
    )
    provider.on('server_error', (_: Context, error: Error) =>
      deps.logger.error({ err: error }, 'The OpenID provider failed'),
    )
    return provider
  }

  #configuration(
    library: Awaited<ReturnType<typeof loadLibrary>>,
    jwks: unknown,
    provider: () => Provider,
  ): Record<string, unknown> {
    const { deps } = this
    const { Check, Prompt, base } = library.interactionPolicy
    const isSecure = deps.publicUrl.startsWith('https:')
    const cookie = { httpOnly: true, sameSite: 'lax', signed: false, secure: isSecure }
    const inThisBrowser = (context: Context) => beginIn(this.#requestOf(context).cookies)
    const idTokenHint = base().get('login').checks.get('id_token_hint')
    return {
      adapter: adapterFor({
        artifacts: deps.artifacts,
        clientById: (id) => this.#clientById(id),
        networkIdOf: async (id) => (await this.#appById(id))?.networkId,
        readAhead: (sessionRef) => this.#readAhead(library.default.ctx, sessionRef),
        reads: () => this.#reads(),
        onReuse: (grantId) => deps.held.endById(grantId, 'GRANT_REUSED'),
        clock: deps.clock,
        errors: library.errors,
      }),
      jwks,
      acrValues: [...acrValues],
      allowOmittingSingleRegisteredRedirectUri: false,
      claims: {
        iss: null,
        sid: null,
        openid: ['sub', 'network', 'role', 'groups', 'acr', 'amr', 'auth_time'],
        email: ['email', 'email_verified'],
        profile: ['name', 'locale'],
        groups: ['groups'],
      },
      // Many apps read nothing but the ID token.
      conformIdTokenClaims: false,
      clientAuthMethods: [...clientAuthMethods],
      clientBasedCORS: (_: Context, origin: string, client: Client) =>
        client.clientAuthMethod === 'none' && client.redirectUris.some((uri) => URL.parse(uri)?.origin === origin),
      cookies: {
        names: {
          // Under https no other host of the domain can plant one of that name (RFC 6265bis 4.1.3.2).
          session: `${isSecure ? '__Host-' : ''}twinlock_oidc`,
          // Each has the path of its authorization, which such a name cannot have: see begun-in.ts.
          interaction: 'twinlock_oidc_entry',
          resume: 'twinlock_oidc_resume',
        },
        long: { ...cookie, path: '/' },
        short: cookie,
      },
      enabledJWA: {
        clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        idTokenSigningAlgValues: [...signingAlgorithms],
      },
      expiresWithSession: () => false,
      extraTokenClaims: () => undefined,
      features: {
        backchannelLogout: { enabled: true },
        devInteractions: { enabled: false },
        dPoP: { enabled: false },
        introspection: {
          enabled: true,
          allowedPolicy: (_: Context, client: Client, token: Token) => this.#mayUse(client, token),
        },
        pushedAuthorizationRequests: { enabled: true },
        resourceIndicators: { enabled: false },
        revocation: {
          enabled: true,
          allowedPolicy: (_: Context, client: Client, token: Token) => client.clientId === token.clientId,
        },
        rpInitiatedLogout: {
          enabled: true,
          logoutSource: async (context: Context, form: string) =>
            logoutPage(context, form, await this.#localeOf(context)),
          postLogoutSuccessSource: async (context: Context) => signedOutPage(context, await this.#localeOf(context)),
        },
        userinfo: { enabled: true },
      },
      // The library's own guard is left out: ours looks at the very addresses that are connected to.
      fetch: (url: string, { dispatcher: _, ...init }: OutboundInit & { dispatcher?: unknown }) =>
        deps.outboundFetch(url, init),
      findAccount: (_: Context, subjectId: string, token?: Token) => this.#accountOf(subjectId, token),
      interactions: {
        url: (_: Context, { uid }: { uid: string }) => `/open/${uid}`,
        policy: [
          new Prompt(
            { name: 'login', requestable: true },
            inThisBrowser,
            new Check('not_open', 'a step is missing', 'login_required', (context) => this.#needsEntry(context)),
            idTokenHint,
          ),
          new Prompt(
            { name: 'consent', requestable: true },
            inThisBrowser,
            new Check('first_visit', 'they have not been here before', 'consent_required', (context) =>
              this.#isFirstVisit(context),
            ),
          ),
        ],
      },
      issueRefreshToken: () => true,
      loadExistingGrant: (context: Context) => this.#grantOf(context, provider()),
      pairwiseIdentifier: (_: unknown, subjectId: string, client: Client & { sectorIdentifierUri?: string }) =>
        pairwiseSubject(networkIdOf(client), subjectId),
      pkce: { required: () => true },
      renderError: async (context: Context, out: { error: string }) =>
        problemPage(context, out.error, await this.#localeOf(context)),
      responseTypes: ['code'],
      revokeGrantPolicy: () => true,
      rotateRefreshToken: () => true,
      scopes: SCOPES,
      sectorIdentifierUriValidate: () => false,
      subjectTypes: ['pairwise'],
      ttl: {
        AccessToken: () => 300,
        AuthorizationCode: () => 60,
        Grant: () => 14 * 86_400,
        IdToken: () => 300,
        Interaction: () => 2 * 3_600,
        RefreshToken: () => 14 * 86_400,
        Session: () => 14 * 86_400,
      },
    }
  }

  /** The provider's session is the browser's session here, whatever it was before: it lives and changes with it. */
  #mirrorSessions(provider: Provider, errors: typeof import('oidc-provider').errors): void {
    const { Session, Interaction } = provider
    const stored = Session.get.bind(Session)
    Session.get = async (context) => {
      if (context.oidc?.route === 'resume') {
        const begun = await Interaction.find(context.cookies.get(provider.cookieName('resume')) ?? '')
        if (begun && !isBegunIn(begun, this.#requestOf(context).cookies))
          throw new errors.SessionNotFound('it was begun in another browser')
      }
      const session = await stored(context)
      // Tokens rest on our sessions, not on the library's (`expiresWithSession`): it would spare them here.
      if (context.oidc?.route === 'end_session_confirm')
        for (const each of Object.values(session.authorizations ?? {})) delete each.persistsLogout
      const caller = await this.#requestOf(context).session()
      const subjectId = caller ? subjectIdOf(caller) : undefined
      this.#reads().browserOf = subjectId
      if (session.accountId !== subjectId) {
        delete session.authorizations
        delete session.accountId
        session.touched = true
      }
      if (caller && subjectId) {
        const { acr, amr, authTime } = levelOf(
          { networkId: '', sso: null },
          caller.session.evidence,
          this.deps.clock.now(),
        )
        session.loginAccount({ accountId: subjectId, acr, amr, loginTs: seconds(authTime) })
      }
      return session
    }
  }

  /** Who signs out at an app and everywhere signs out here, too. */
  #endSessions(provider: Provider): void {
    provider.use(async (context, next) => {
      const request = this.#requestOf(context)
      await next()
      if (context.oidc?.route !== 'end_session_confirm' || !context.oidc.params?.logout || context.status >= 400) return
      const caller = await request.session()
      if (caller) await this.deps.sessions.end(caller.session)
      request.becomesNobody()
    })
  }

  /** Read once in a request; for a browser that is signed in, with all that its authorization asks. */
  #appById(id: string, sessionRef: string | null = null): Promise<AppDocument | null> {
    const reads = this.#reads()
    const known = reads.apps.get(id) ?? this.#readApp(id, sessionRef, reads)
    reads.apps.set(id, known)
    return known
  }

  async #readApp(id: string, sessionRef: string | null, reads: RequestReads): Promise<AppDocument | null> {
    const accountId = parseSubject(reads.browserOf ?? '')?.accountId
    if (!accountId) return this.deps.apps.byId(id)
    const found = await this.deps.apps.withStay(id, accountId, sessionRef)
    if (!found) return null
    reads.stays.set(id, found)
    const now = this.deps.clock.now()
    for (const each of found.artifacts) if (now < each.expiresAt) reads.artifacts.set(each._id, each)
    return found.app
  }

  /** The provider's session is asked for first; the app is named in the same request. */
  async #readAhead(context: Context | undefined, sessionRef: string): Promise<void> {
    const clientId = context?.query.client_id
    const caller = context && (await this.#requestOf(context).session())
    if (!caller || typeof clientId !== 'string') return
    this.#reads().browserOf = subjectIdOf(caller)
    await this.#appById(clientId, sessionRef)
  }

  async #clientById(id: string): Promise<Record<string, unknown> | undefined> {
    const app = await this.#appById(id)
    return app && app.redirectUris.length > 0 ? clientMetadataOf(app, this.deps.publicUrl) : undefined
  }

  /** Every code, token and refresh asks again: undefined is `invalid_grant`, or `invalid_token`. */
  async #accountOf(subjectId: string, token: Token | undefined) {
    // An authorization is decided by the policy, which leads to what is missing.
    if (!token) return { accountId: subjectId, claims: () => ({ sub: subjectId }) }
    const { held } = this.deps
    const found = await this.#openFor(token)
    if (!found) return undefined
    const { app, caller, decision } = found
    if (found.held) held.noteUse(found.held)
    else if (token.kind === 'AuthorizationCode') {
      const { open, level } = decision
      await held.begin({
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

  async #mayUse(client: Client, token: Token): Promise<boolean> {
    if (client.clientId !== token.clientId) return false
    return (await this.#openFor(token)) !== null
  }

  /** What a token rests on, as it was read with it; null when it is over, or its network closed to the session. */
  async #openFor(token: Token) {
    const { entry } = this.deps
    const app = await this.#appById(token.clientId)
    const facts = this.#reads().tokens.get(token.jti)
    // One that the release before has stored knows nothing of what it rests on.
    const caller = facts ? entry.callerAsRead(facts) : await entry.callerOf(token.accountId)
    if (!app || !caller || facts?.held?.endedAt) return null
    const decision = await (facts ? entry.decideAsRead(caller, facts.stay, app) : entry.decide(caller, app))
    return decision.kind === 'open' ? { app, caller, decision, held: facts?.held ?? null } : null
  }

  /** Whether a step is missing; what is there is written into what the app will be told. */
  async #needsEntry(context: Context): Promise<boolean> {
    const { session, client, params, result } = context.oidc
    const found = this.#reads().stays.get(client.clientId)
    const caller = await this.#requestOf(context).session()
    if (!found || !caller || session.accountId !== subjectIdOf(caller)) return true
    const { app, stay } = found
    const asked = entryAsked(app, params)
    // What was asked to be new was verified when the entry was finished.
    const since =
      asked.maxAge === null || result?.login ? null : new Date(this.deps.clock.now().getTime() - asked.maxAge)
    const decision = await this.deps.entry.decideAsRead(caller, stay, app, asked.rule, since)
    if (decision.kind !== 'open') return true
    session.acr = decision.level.acr
    session.amr = decision.level.amr
    session.loginTs = seconds(decision.level.authTime)
    return false
  }

  #isFirstVisit({ oidc: { client } }: Context): boolean {
    return !this.#reads().stays.get(client.clientId)?.hasVisited
  }

  /** Nobody is asked for consent by an app of their own network: what it asks for is granted, for this session. */
  async #grantOf({ oidc }: Context, provider: Provider) {
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

  /** Of the person who is signed in, or else what the browser asks for. */
  async #localeOf(context: Context): Promise<Locale> {
    const caller = await this.#requestOf(context).session()
    return caller?.account.locale ?? requestLocale() ?? defaultLocale
  }

  /** What the request at hand has read; set with the library, which knows the request. */
  #reads: () => RequestReads = () => new RequestReads()

  /** The same throughout a request, so that its session is read once. */
  #requestOf({ req, res }: Context): RequestContext {
    const request = this.#requests.get(req) ?? this.contextOf(req, res)
    this.#requests.set(req, request)
    return request
  }
}

/** What a request for authorization asks beside the app's own rule. */
export function entryAsked(app: AppDocument, params: Record<string, string | undefined>) {
  const wanted = params.acr_values?.split(' ') ?? []
  const rule = { ...anyRule(app), requires: stricterOf(app.requires, requirementOf(wanted)) }
  const maxAge = params.max_age === undefined ? null : Number(params.max_age) * 1000
  return { rule, maxAge, isNewSignIn: params.prompt?.split(' ').includes('login') ?? false }
}

export function isSecretOf(app: AppDocument | null, secret: string): boolean {
  const hash = hashToken(secret)
  return (app?.secrets ?? []).filter((live) => isSameText(live.hash, hash)).length > 0
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

const readsByRequest = new WeakMap<Context['req'], RequestReads>()

/** Outside of a request nothing is kept. */
function readsOf(context: Context | undefined): RequestReads {
  const reads = (context && readsByRequest.get(context.req)) ?? new RequestReads()
  if (context) readsByRequest.set(context.req, reads)
  return reads
}

const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)
