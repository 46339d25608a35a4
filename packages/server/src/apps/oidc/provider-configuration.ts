import type { Locale } from '@twinlock/shared/locales'
import { clientAuthMethods, signingAlgorithms } from '@twinlock/shared/vocabulary'
import type { Client, Context, Provider, Token } from 'oidc-provider'
import { acrValues } from '../../domain/app-access.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { OutboundFetch, OutboundInit } from '../../platform/http/outbound-fetch.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { AppDocument } from '../app.model.js'
import type { EntryLimitService } from '../entry/entry-limit.service.js'
import type { AppSessionsService } from '../sessions/app-sessions.service.js'
import { adapterFor } from './adapter.js'
import type { ArtifactStore } from './artifact.store.js'
import { type AuthorizationPolicy, SCOPES } from './authorization-policy.js'
import { beginIn } from './begun-in.js'
import { logoutPage, problemPage, signedOutPage } from './pages.js'
import type { ProviderReads } from './provider-reads.js'
import { pairwiseSubject } from './subject.js'
import type { TokenUse } from './token-use.js'

/** In seconds. */
const lifetimes = {
  AccessToken: () => 300,
  AuthorizationCode: () => 60,
  Grant: () => 14 * 86_400,
  IdToken: () => 300,
  Interaction: () => 2 * 3_600,
  RefreshToken: () => 14 * 86_400,
  Session: () => 14 * 86_400,
}

export interface ProviderParts {
  library: Awaited<ReturnType<typeof loadLibrary>>
  jwks: unknown
  publicUrl: string
  artifacts: ArtifactStore
  appSessions: AppSessionsService
  limit: EntryLimitService
  reads: ProviderReads
  policy: AuthorizationPolicy
  tokens: TokenUse
  clock: Clock
  outboundFetch: OutboundFetch
  /** What is being configured. */
  provider(): Provider
  clientById(id: string): Promise<Record<string, unknown> | undefined>
  readAhead(providerSessionRef: string): Promise<void>
  requestOf(context: Context): RequestContext
  localeOf(context: Context): Promise<Locale>
}

/** The library's configuration: which parts of the standards are on, and which services decide. */
export function providerConfiguration(parts: ProviderParts): Record<string, unknown> {
  const { library, reads, policy, tokens, requestOf } = parts
  const { Check, Prompt, base } = library.interactionPolicy
  const isSecure = parts.publicUrl.startsWith('https:')
  const cookie = { httpOnly: true, sameSite: 'lax', signed: false, secure: isSecure }
  const inThisBrowser = async (context: Context) => {
    const { origin, cookies } = requestOf(context)
    const seconds = await parts.limit.secondsToWait(origin.address)
    if (seconds === null) return beginIn(cookies)
    context.res.setHeader('Retry-After', seconds)
    const busy = new library.errors.CustomOIDCProviderError('too_many_requests', 'too many from this address')
    // The app could do nothing but send them here again.
    throw Object.assign(busy, { statusCode: 429, allow_redirect: false })
  }
  const idTokenHint = base().get('login').checks.get('id_token_hint')
  return {
    adapter: adapterFor({
      artifacts: parts.artifacts,
      clientById: (id) => parts.clientById(id),
      networkIdOf: async (id) => (await reads.appById(id))?.networkId,
      presentedToken: () => reads.presentedToken(),
      readAhead: parts.readAhead,
      reads: () => reads.current(),
      onReuse: (grantId) => parts.appSessions.endById(grantId, 'GRANT_REUSED'),
      clock: parts.clock,
      errors: library.errors,
    }),
    jwks: parts.jwks,
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
        allowedPolicy: (_: Context, client: Client, token: Token) => tokens.mayUse(client, token),
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
          logoutPage(context, form, await parts.localeOf(context)),
        postLogoutSuccessSource: async (context: Context) => signedOutPage(context, await parts.localeOf(context)),
      },
      userinfo: { enabled: true },
    },
    // The library's own guard is left out: ours looks at the very addresses that are connected to.
    fetch: (url: string, { dispatcher: _, ...init }: OutboundInit & { dispatcher?: unknown }) =>
      parts.outboundFetch(url, init),
    findAccount: (_: Context, subjectId: string, token?: Token) => tokens.accountOf(subjectId, token),
    interactions: {
      url: (_: Context, { uid }: { uid: string }) => `/open/${uid}`,
      policy: [
        new Prompt(
          { name: 'login', requestable: true },
          inThisBrowser,
          new Check('not_open', 'a step is missing', 'login_required', (context) => policy.needsEntry(context)),
          idTokenHint,
        ),
        new Prompt(
          { name: 'consent', requestable: true },
          inThisBrowser,
          new Check('first_visit', 'they have not been here before', 'consent_required', (context) =>
            policy.isFirstVisit(context),
          ),
        ),
      ],
    },
    issueRefreshToken: () => true,
    loadExistingGrant: (context: Context) => policy.grantOf(context, parts.provider()),
    pairwiseIdentifier: (_: unknown, subjectId: string, client: Client) =>
      pairwiseSubject(networkIdOf(client), subjectId),
    pkce: { required: () => true },
    renderError: async (context: Context, out: { error: string }) =>
      problemPage(context, out.error, await parts.localeOf(context)),
    responseTypes: ['code'],
    revokeGrantPolicy: () => true,
    rotateRefreshToken: () => true,
    scopes: SCOPES,
    sectorIdentifierUriValidate: () => false,
    subjectTypes: ['pairwise'],
    ttl: lifetimes,
  }
}

/** The library, loaded when it is first needed. It says at once that it wants Node 22; it runs on 20, where we test it. */
export async function loadLibrary(): Promise<typeof import('oidc-provider')> {
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('Unsupported runtime')) warn(...words)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

/** Only hashes of secrets are stored: the library is given this instead, and compares by `isSecretOf`. */
const NO_SECRET = 'stored-as-a-hash'

/** An app as a client (OpenID Connect Dynamic Client Registration 2). */
export function clientMetadataOf(app: AppDocument, publicUrl: string): Record<string, unknown> {
  const hasSecret = app.authMethod === 'client_secret_basic' || app.authMethod === 'client_secret_post'
  return {
    client_id: app._id,
    client_name: app.name,
    ...(hasSecret ? { client_secret: NO_SECRET } : {}),
    token_endpoint_auth_method: app.authMethod,
    ...(app.authMethod === 'private_key_jwt' && app.jwks ? { jwks: JSON.parse(app.jwks) } : {}),
    id_token_signed_response_alg: app.idTokenAlg ?? 'RS256',
    redirect_uris: app.redirectUris,
    post_logout_redirect_uris: app.postLogoutRedirectUris,
    ...(app.backChannelLogoutUri
      ? { backchannel_logout_uri: app.backChannelLogoutUri, backchannel_logout_session_required: true }
      : {}),
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    subject_type: 'pairwise',
    // Names the network, whose apps share a `sub`; it is never fetched.
    sector_identifier_uri: `https://${new URL(publicUrl).host}/oidc/sector/${app.networkId}`,
  }
}

/** The network of a client, as its metadata names it. */
export function networkIdOf({ sectorIdentifierUri }: { sectorIdentifierUri?: string }): string {
  return sectorIdentifierUri?.split('/').at(-1) ?? ''
}
