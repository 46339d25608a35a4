import { inject } from '@needle-di/core'
import { allowInsecureRequests, customFetch, discovery, type ServerMetadata } from 'openid-client'
import { Environment } from '../../environment.js'
import { Clock } from '../../platform/clock/clock.js'
import { OutboundFetch } from '../../platform/http/outbound-fetch.js'
import { SsoFailureError, ssoFailureOf } from './sso-failure.js'

/** RFC 9964; whether they can be verified depends on the Node that runs this. */
const POST_QUANTUM = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87']

/**
 * Every signature by a key pair in the JOSE registry that can be verified here: `none` is no signature, HS256 is made
 * with what both sides know, and neither ES256K nor Ed448 is known to WebCrypto.
 */
export const SIGNING_ALGORITHMS: string[] = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  ...POST_QUANTUM.filter(canVerify),
]

/** `SubtleCrypto.supports` came with the algorithms that need to be asked about. */
function canVerify(algorithm: string): boolean {
  const { supports } = SubtleCrypto as { supports?: (operation: string, algorithm: string) => boolean }
  return supports?.call(SubtleCrypto, 'verify', algorithm) ?? false
}

const KEPT_FOR = 10 * 60_000

/** What a provider says about itself (OpenID Connect Discovery 1.0), read again every ten minutes. */
export class ProviderMetadataService {
  readonly #kept = new Map<string, { metadata: ServerMetadata; until: number }>()

  constructor(
    private readonly fetch = inject(OutboundFetch),
    private readonly clock = inject(Clock),
    private readonly environment = inject(Environment),
  ) {}

  /** Whether a provider may be reached without TLS: on a server that is tried out. */
  get allowsHttp(): boolean {
    return this.environment.allowsPrivateTargets
  }

  /** @throws SsoFailureError */
  async of(issuer: string): Promise<ServerMetadata> {
    const kept = this.#kept.get(issuer)
    if (kept && this.clock.now().getTime() < kept.until) return kept.metadata
    return this.refresh(issuer)
  }

  /**
   * @returns with the issuer exactly as the provider writes it, which may differ by a slash at its end
   * @throws SsoFailureError
   */
  async refresh(issuer: string): Promise<ServerMetadata> {
    const metadata = await this.#discover(issuer)
    if (this.#kept.size > 1_000) this.#kept.clear()
    this.#kept.set(issuer, { metadata, until: this.clock.now().getTime() + KEPT_FOR })
    return metadata
  }

  async #discover(issuer: string): Promise<ServerMetadata> {
    try {
      const found = await discovery(new URL(issuer), 'discovery', undefined, undefined, {
        [customFetch]: this.fetch as never,
        ...(this.allowsHttp ? { execute: [allowInsecureRequests] } : {}),
      })
      return usable(found.serverMetadata(), issuer)
    } catch (error) {
      const { reason, detail } = ssoFailureOf(error)
      // What it says about itself is configuration: nobody has come back yet whom it could have lied about.
      throw new SsoFailureError(reason === 'UNTRUSTED' ? 'MISCONFIGURED' : reason, detail, { cause: error })
    }
  }
}

function usable(metadata: ServerMetadata, issuer: string): ServerMetadata {
  // A multi-tenant endpoint reports a different issuer for each tenant, so it could assert users of any of them (mix-up).
  if (withoutSlash(metadata.issuer) !== withoutSlash(issuer)) throw misconfigured('It says it is another issuer.')
  const { authorization_endpoint, token_endpoint, jwks_uri } = metadata
  if (!authorization_endpoint || !token_endpoint || !jwks_uri) throw misconfigured('It lacks an endpoint.')
  const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256']
  const algorithms = SIGNING_ALGORITHMS.filter((algorithm) => offered.includes(algorithm))
  if (algorithms.length === 0)
    throw new SsoFailureError('UNVERIFIABLE', `It signs by ${offered.join(', ')}; none of them can be verified here.`)
  return { ...metadata, id_token_signing_alg_values_supported: algorithms }
}

const withoutSlash = (url: string) => url.replace(/\/$/, '')

const misconfigured = (detail: string) => new SsoFailureError('MISCONFIGURED', detail)
