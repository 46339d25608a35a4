import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { activeSso, isProofRequired, oldestProviderSignIn } from '../../domain/sso-policy.js'
import { type NetworkDocument, policyAt, type SsoConnection } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, newToken } from '../../platform/crypto/tokens.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import { ProviderClientService } from '../provider/provider-client.service.js'
import { SsoFailureError } from '../provider/sso-failure.js'
import { deriveNonceAndVerifier } from './browser-secrets.js'
import { type SsoPurpose, SsoRequestStore } from './sso-request.store.js'

/** `amr` names how a person signed in (RFC 8176); any other proof is a level that can be requested. */
const METHOD_REFERENCES = new Set(
  'face fpt geo hwk iris kba mca mfa otp pin pop pwd rba retina sc sms swk tel user vbm wia'.split(' '),
)

/** The way to the provider. */
export class SsoStartService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly requests = inject(SsoRequestStore),
    private readonly client = inject(ProviderClientService),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws SsoFailureError OFF where there is no provider to go to */
  async networkOf(slugOrId: string): Promise<NetworkDocument & { sso: SsoConnection }> {
    const isId = slugOrId.includes('_')
    const network = isId ? await this.networks.byId(slugOrId) : await this.networks.bySlug(slugOrId)
    const sso = activeSso(network?.sso ?? null, this.clock.now())
    if (!network || !sso) throw new SsoFailureError('OFF', 'There is no company sign-in at this address.')
    return { ...network, sso }
  }

  /**
   * Remembers the request, and says where the browser goes.
   * @param browserToken from the browser's cookie
   * @throws SsoFailureError
   */
  async begin(
    network: NetworkDocument & { sso: SsoConnection },
    browserToken: string,
    address: string,
    purpose: SsoPurpose,
    next: string | null,
  ): Promise<URL> {
    const now = this.clock.now()
    const retryAt = await this.rateLimits.take(`sso:start:${address}`, limits.ssoStartsPerAddress, now)
    if (retryAt) throw new SsoFailureError('BUSY', 'Too many sign-ins from one address.')
    const { issuer, clientId } = network.sso
    const state = newToken()
    const url = await this.client.authorizationUrl(network, {
      state,
      ...deriveNonceAndVerifier(browserToken, state),
      isFresh: purpose.kind === 'confirm',
      oldest: oldestProviderSignIn(policyAt(network, now), now),
      acrValues: isProofRequired(network.sso, now) ? levelsIn(network.sso.proofValues) : [],
    })
    await this.requests.insert({
      _id: hashToken(state),
      browser: hashToken(browserToken),
      networkId: network._id,
      issuer,
      clientId,
      purpose,
      next,
      expiresAt: new Date(now.getTime() + limits.ssoRequestLifetime),
    })
    return url
  }
}

function levelsIn(proofValues: readonly string[]): string[] {
  return proofValues.filter((value) => !METHOD_REFERENCES.has(value))
}
