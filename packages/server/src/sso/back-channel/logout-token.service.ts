import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { createRemoteJWKSet, customFetch, decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { NamedNetwork } from '../../events/event-frame.js'
import { Clock } from '../../platform/clock/clock.js'
import { OutboundFetch } from '../../platform/http/outbound-fetch.js'
import { SsoConnectionStore } from '../connections/sso-connection.store.js'
import { ProviderMetadataService, SIGNING_ALGORITHMS } from '../provider/provider-metadata.service.js'

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const OLDEST_SECONDS = 300

export interface LogoutToken {
  issuer: string
  subject: string | null
  sid: string | null
  jti: string
  /** When the provider made it, by its clock. */
  at: Date
}

/** Reads and verifies logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
export class LogoutTokenService {
  readonly #keys = new Map<string, JWTVerifyGetKey>()

  constructor(
    private readonly connections = inject(SsoConnectionStore),
    private readonly metadata = inject(ProviderMetadataService),
    private readonly fetch = inject(OutboundFetch),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * Who is signed out, in each network whose connection the token speaks for.
   * @returns null when it is not what it must be; nothing of it counts then. Empty: it is of no provider here
   */
  async read(token: string): Promise<{ network: NamedNetwork; logout: LogoutToken }[] | null> {
    const claimed = claimedBy(token)
    if (!claimed) return null
    const read: { network: NamedNetwork; logout: LogoutToken }[] = []
    for (const audience of claimed.audiences) {
      const networks = await this.connections.networksOfClient(claimed.issuer, audience)
      if (networks.length === 0) continue
      const logout = await this.#verify(token, claimed.issuer, audience).catch(() => null)
      if (!logout) return null
      read.push(...networks.map((network) => ({ network, logout })))
    }
    return read
  }

  /** @throws when anything about it is not as it must be */
  async #verify(token: string, issuer: string, clientId: string): Promise<LogoutToken> {
    const { payload } = await jwtVerify(token, await this.#keysOf(issuer), {
      issuer,
      audience: clientId,
      algorithms: SIGNING_ALGORITHMS,
      // Without it, an ID token would do.
      typ: 'logout+jwt',
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
      currentDate: this.clock.now(),
      clockTolerance: limits.providerClockSkew / 1_000,
      maxTokenAge: OLDEST_SECONDS,
    })
    return logoutOf(payload, issuer)
  }

  async #keysOf(issuer: string): Promise<JWTVerifyGetKey> {
    const { jwks_uri } = await this.metadata.of(issuer)
    const key = `${issuer} ${jwks_uri}`
    const known = this.#keys.get(key)
    if (known) return known
    const keys = createRemoteJWKSet(new URL(jwks_uri ?? ''), { [customFetch]: this.fetch as never })
    if (this.#keys.size > 1_000) this.#keys.clear()
    this.#keys.set(key, keys)
    return keys
  }
}

/** Whose token it says it is, nothing of it verified; null when it says nothing of the kind. */
function claimedBy(token: string): { issuer: string; audiences: string[] } | null {
  try {
    const { iss, aud } = decodeJwt(token)
    const audiences = (Array.isArray(aud) ? aud : [aud]).filter((each) => typeof each === 'string')
    return typeof iss === 'string' && audiences.length > 0 ? { issuer: iss, audiences: audiences.slice(0, 5) } : null
  } catch {
    return null
  }
}

function logoutOf({ sub, sid, jti, iat, nonce, events }: JWTPayload, issuer: string): LogoutToken {
  const isLogout =
    typeof events === 'object' &&
    events !== null &&
    typeof (events as Record<string, unknown>)[LOGOUT_EVENT] === 'object'
  if (!isLogout) throw new Error('Expected a logout token: the events claim is missing.')
  if (nonce !== undefined) throw new Error('Expected no nonce in a logout token.')
  const subject = typeof sub === 'string' ? sub : null
  const session = typeof sid === 'string' ? sid : null
  if (!subject && !session) throw new Error('Expected sub or sid; found neither.')
  return { issuer, subject, sid: session, jti: String(jti), at: new Date(Number(iat) * 1_000) }
}
