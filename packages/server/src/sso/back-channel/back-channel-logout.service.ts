import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { createRemoteJWKSet, customFetch, decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { ProviderEvidence } from '../../domain/evidence.js'
import { assertionFor } from '../../domain/sso-policy.js'
import { type NamedNetwork, systemEventOf } from '../../events/event-frame.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import { OutboundFetch } from '../../platform/http/outbound-fetch.js'
import type { SessionDocument } from '../../sessions/session.model.js'
import { SessionService } from '../../sessions/session.service.js'
import { SessionStore } from '../../sessions/session.store.js'
import { SsoConnectionStore } from '../connections/sso-connection.store.js'
import { IdentityStore, identityIdOf } from '../members/identity.store.js'
import { ProviderMetadataService, SIGNING_ALGORITHMS } from '../provider/provider-metadata.service.js'
import { PendingAnswerStore } from '../sign-in/pending-answer.store.js'

/** The provider reports that a person signed out there: every session that it opened here ends. */
export class BackChannelLogoutService {
  constructor(
    private readonly tokens = inject(LogoutTokenService),
    private readonly identities = inject(IdentityStore),
    private readonly sessionStore = inject(SessionStore),
    private readonly sessions = inject(SessionService),
    private readonly spent = inject(PendingAnswerStore),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns false when the token is not what it must be, or of no provider here; nothing was ended then */
  async logout(token: string): Promise<boolean> {
    const ends = await this.tokens.read(token)
    const first = ends?.[0]
    if (!ends || !first) return false
    const key = `logout:${hashToken(`${first.logout.issuer} ${first.logout.jti}`)}`
    if (await this.spent.isSpent(key)) return true
    for (const { network, logout } of ends) await this.#end(network, logout)
    // Last: after a failure the provider sends the token again, and the retry must not be answered as already done.
    await this.spent.spend(key, this.clock.now())
    return true
  }

  async #end(network: NamedNetwork, logout: LogoutToken): Promise<void> {
    const candidates = await this.#candidates(network._id, logout)
    const named = candidates.filter((session) => isNamed(session, network._id, logout))
    const [first] = named
    const account = first && (await this.profiles.byId(first.accountId))
    const event = account
      ? {
          type: 'sso.signed_out_by_provider' as const,
          accountId: account._id,
          email: account.email,
          sessions: named.length,
          ...systemEventOf(network, this.clock.now()),
        }
      : null
    await Promise.all(named.map((session) => this.sessions.end(session, event)))
  }

  async #candidates(networkId: string, { issuer, subject, sid }: LogoutToken): Promise<SessionDocument[]> {
    if (!subject) return sid ? this.sessionStore.byProviderSession(sid) : []
    const identity = await this.identities.byId(identityIdOf(networkId, issuer, subject))
    return identity ? this.sessionStore.ofAccount(identity.accountId) : []
  }
}

/** With a `sid` it is that one session of the provider's, without it every one of the person's. */
function isNamed(session: SessionDocument, networkId: string, { issuer, subject, sid, at }: LogoutToken): boolean {
  const word: ProviderEvidence | null = assertionFor(networkId, session.evidence)
  // A copy that comes before the token is spent must not end what was opened after it; the two clocks may differ.
  if (word?.issuer !== issuer || word.at.getTime() > at.getTime() + limits.providerClockSkew) return false
  return (!subject || word.subject === subject) && (!sid || word.sid === sid)
}

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
  if (!isLogout) throw new Error('It is no logout token.')
  if (nonce !== undefined) throw new Error('A logout token has no nonce.')
  const subject = typeof sub === 'string' ? sub : null
  const session = typeof sid === 'string' ? sid : null
  if (!subject && !session) throw new Error('It names nobody.')
  return { issuer, subject, sid: session, jti: String(jti), at: new Date(Number(iat) * 1_000) }
}
