import { inject } from '@needle-di/core'
import { assertionFor } from '../../domain/sso-policy.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { SessionDocument } from '../../sessions/session.model.js'
import { SessionStore } from '../../sessions/session.store.js'
import { ProviderClientService } from '../provider/provider-client.service.js'

/** Longer ones would not fit into the address that the browser signs out by. */
const LONGEST = 6_000

/** Signing out at the provider as well (OpenID Connect RP-Initiated Logout 1.0), which is reminded by its own ID token. */
export class IdTokensService {
  constructor(
    private readonly sessions = inject(SessionStore),
    private readonly networks = inject(NetworkStore),
    private readonly client = inject(ProviderClientService),
    private readonly keyRing = inject(KeyRing),
  ) {}

  async keep({ session }: SessionCaller, idToken: string): Promise<void> {
    if (idToken.length > LONGEST) return
    await this.sessions.keepIdToken(session._id, await this.keyRing.seal(idToken, contextOf(session)))
  }

  /** Null without a sign-in by a provider, without such an address there, or if it is unreachable: sign-out here still works. */
  async signOutUrl({ session }: SessionCaller): Promise<string | null> {
    const word = session.evidence.findLast(({ method }) => method === 'IDENTITY_PROVIDER')
    if (word?.method !== 'IDENTITY_PROVIDER') return null
    const network = await this.networks.byId(word.networkId)
    if (network?.sso?.issuer !== word.issuer) return null
    try {
      return await this.#ask(network, session)
    } catch {
      return null
    }
  }

  async #ask({ _id, slug, sso }: NetworkDocument, session: SessionDocument): Promise<string | null> {
    if (!sso || !assertionFor(_id, session.evidence)) return null
    const idToken = session.idToken && (await this.keyRing.open(session.idToken, contextOf(session)))
    return (await this.client.signOutUrl({ _id, slug, sso }, idToken))?.href ?? null
  }
}

const contextOf = ({ publicId }: SessionDocument) => ({ owner: publicId, purpose: 'id-token' })
