import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { ProviderEvidence } from '../../domain/evidence.js'
import { assertionFor } from '../../domain/sso-policy.js'
import { type NamedNetwork, systemEventOf } from '../../events/event-frame.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import type { SessionDocument } from '../../sessions/session.model.js'
import { SessionService } from '../../sessions/session.service.js'
import { SessionStore } from '../../sessions/session.store.js'
import { IdentityStore, identityIdOf } from '../members/identity.store.js'
import { PendingAnswerStore } from '../sign-in/pending-answer.store.js'
import { type LogoutToken, LogoutTokenService } from './logout-token.service.js'

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
