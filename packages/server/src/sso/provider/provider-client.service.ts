import { inject } from '@needle-di/core'
import * as oidc from 'openid-client'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { OutboundFetch } from '../../platform/http/outbound-fetch.js'
import { openConnection } from '../connections/client-secret.js'
import { ConnectionHealthService } from '../connections/connection-health.service.js'
import { SsoAddresses } from '../sso-addresses.js'
import { answerOf, type ProviderAnswer } from './provider-answer.js'
import { ProviderMetadataService } from './provider-metadata.service.js'
import { SsoFailureError, ssoFailureOf } from './sso-failure.js'

type ConnectedNetwork = Pick<NetworkDocument, '_id' | 'slug'> & { sso: SsoConnection }

/** What one browser went to the provider with. */
export interface AuthorizationRequest {
  state: string
  nonce: string
  /** PKCE (RFC 7636), S256. */
  codeVerifier: string
  /** Requests a new sign-in, whatever the provider remembers; its time is checked in the callback. */
  isFresh: boolean
  /** The maximum age of the sign-in at the provider, in milliseconds; null: any. */
  oldest: number | null
  /** Levels that the network requests, most preferred first. */
  acrValues: string[]
}

/** Speaks OpenID Connect with providers: authorization code with PKCE, signed ID tokens, `iss` checked (RFC 9207). */
export class ProviderClientService {
  readonly #keys = new Map<string, oidc.ExportedJWKSCache>()

  constructor(
    private readonly metadata = inject(ProviderMetadataService),
    private readonly fetch = inject(OutboundFetch),
    private readonly health = inject(ConnectionHealthService),
    private readonly addresses = inject(SsoAddresses),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  /** Where the browser goes. @throws SsoFailureError */
  async authorizationUrl(network: ConnectedNetwork, request: AuthorizationRequest): Promise<URL> {
    const config = await this.#configure(network)
    try {
      return oidc.buildAuthorizationUrl(config, {
        redirect_uri: this.addresses.callback(network.slug),
        scope: 'openid email profile',
        response_type: 'code',
        state: request.state,
        nonce: request.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(request.codeVerifier),
        code_challenge_method: 'S256',
        // Some know one of the two, some the other.
        ...(request.isFresh ? { max_age: '0', prompt: 'login' } : {}),
        ...(request.oldest !== null && !request.isFresh ? { max_age: String(Math.floor(request.oldest / 1_000)) } : {}),
        ...(request.acrValues.length > 0 ? { acr_values: request.acrValues.join(' ') } : {}),
      })
    } catch (error) {
      throw ssoFailureOf(error)
    }
  }

  /**
   * Exchanges the code that came back for what the provider says of the person.
   * @param parameters the query of the callback
   * @throws SsoFailureError
   */
  async exchange(
    network: ConnectedNetwork,
    request: AuthorizationRequest,
    parameters: URLSearchParams,
  ): Promise<ProviderAnswer> {
    const answer = await this.#exchange(network, request, parameters)
    await this.health.noteWorked(network)
    return answer
  }

  async #exchange(
    network: ConnectedNetwork,
    request: AuthorizationRequest,
    parameters: URLSearchParams,
  ): Promise<ProviderAnswer> {
    const config = await this.#configure(network)
    const callback = new URL(`${this.addresses.callback(network.slug)}?${parameters}`)
    try {
      const tokens = await oidc.authorizationCodeGrant(config, callback, {
        expectedState: request.state,
        expectedNonce: request.nonce,
        pkceCodeVerifier: request.codeVerifier,
        ...(request.isFresh ? { maxAge: 0 } : {}),
      })
      const claims = tokens.claims()
      if (!claims || !tokens.id_token) throw new SsoFailureError('UNTRUSTED', 'There is no ID token.')
      const userInfo = typeof claims.email === 'string' ? null : await this.#userInfo(config, tokens, claims.sub)
      return answerOf(claims, userInfo, tokens.id_token, this.clock.now())
    } catch (error) {
      throw request.isFresh && isAboutSignInTime(error)
        ? new SsoFailureError('NO_SIGN_IN_TIME', 'It does not say when the person signed in.', { cause: error })
        : ssoFailureOf(error)
    } finally {
      this.#keepKeys(network.sso.issuer, config)
    }
  }

  /** Where the browser signs out of the provider too; null where it has no such place. @throws SsoFailureError */
  async signOutUrl(network: ConnectedNetwork, idToken: string | null): Promise<URL | null> {
    const config = await this.#configure(network)
    if (!config.serverMetadata().end_session_endpoint) return null
    return oidc.buildEndSessionUrl(config, {
      post_logout_redirect_uri: this.addresses.afterSignOut,
      ...(idToken ? { id_token_hint: idToken } : {}),
    })
  }

  /** Some providers say the address here alone; its `sub` must be the ID token's (OpenID Connect Core 5.3.2). */
  async #userInfo(config: oidc.Configuration, tokens: oidc.TokenEndpointResponse, subject: string) {
    if (!config.serverMetadata().userinfo_endpoint) return null
    return oidc.fetchUserInfo(config, tokens.access_token, subject)
  }

  /** Built for each use: it carries the clock's offset from the machine's, and holds the secret no longer than needed. */
  async #configure(network: ConnectedNetwork): Promise<oidc.Configuration> {
    const { issuer, clientId, secret } = await openConnection(this.keyRing, network)
    const metadata = await this.metadata.of(issuer)
    const skew = (this.clock.now().getTime() - Date.now()) / 1_000
    const config = new oidc.Configuration(
      metadata,
      clientId,
      { [oidc.clockSkew]: skew },
      clientAuthentication(metadata, secret),
    )
    config[oidc.customFetch] = this.fetch as never
    if (this.metadata.allowsHttp) oidc.allowInsecureRequests(config)
    // Without it the library trusts TLS for a token that comes straight from the token endpoint.
    oidc.enableNonRepudiationChecks(config)
    const keys = this.#keys.get(issuer)
    if (keys) oidc.setJwksCache(config, keys)
    return config
  }

  #keepKeys(issuer: string, config: oidc.Configuration): void {
    const keys = oidc.getJwksCache(config)
    if (this.#keys.size > 1_000) this.#keys.clear()
    if (keys) this.#keys.set(issuer, keys)
  }
}

/** The library says by its words alone that `auth_time` is missing, or of before what was asked. */
function isAboutSignInTime(error: unknown): boolean {
  return error instanceof Error && /auth_time|End-User authentication/.test(String(error.cause))
}

function clientAuthentication(metadata: oidc.ServerMetadata, secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None()
  // Discovery 1.0, section 3: without a list it is client_secret_basic.
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret)
}
