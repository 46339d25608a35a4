import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { mayJoin } from '../../domain/sso-account.js'
import type { Origin } from '../../events/event.types.js'
import { memberOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isToken } from '../../platform/crypto/tokens.js'
import { identityIdOf } from '../members/identity.store.js'
import { SsoMembersService } from '../members/sso-members.service.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { refused, SsoFailureError } from '../provider/sso-failure.js'
import { PendingAnswerStore } from './pending-answer.store.js'
import { isTaken } from './sso-account.service.js'

interface KeptJoin {
  networkId: string
  answer: ProviderAnswer
  next: string | null
}

/** A provider's word that waits, in one browser, for the own sign-in of the account that it is to belong to. */
export class IdentityLinkService {
  constructor(
    private readonly kept = inject(PendingAnswerStore),
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly members = inject(SsoMembersService),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
  ) {}

  async keep(browserToken: string, join: KeptJoin): Promise<void> {
    await this.kept.keep(keyOf(browserToken), join, this.clock.now())
  }

  /** What waits in this browser; null when nothing does. */
  async waiting(
    browserToken: string | undefined,
  ): Promise<{ network: NetworkDocument; email: string | null; next: string | null } | null> {
    if (!isToken(browserToken)) return null
    const join = await this.kept.read<KeptJoin>(keyOf(browserToken), this.clock.now())
    const network = join && (await this.networks.byId(join.networkId))
    return network && { network, email: join.answer.email?.email ?? null, next: join.next }
  }

  /**
   * Joins it to an account whose own sign-in has just been shown. One caller wins.
   * @throws SsoFailureError
   */
  async join(
    browserToken: string | undefined,
    account: AccountDocument,
    origin: Origin,
  ): Promise<{ network: NetworkDocument; account: AccountDocument; answer: ProviderAnswer }> {
    const join = isToken(browserToken) ? await this.kept.take<KeptJoin>(keyOf(browserToken), this.clock.now()) : null
    const network = join && (await this.networks.byId(join.networkId))
    if (!join || network?.sso?.issuer !== join.answer.issuer)
      throw new SsoFailureError('EXPIRED', 'Nothing waits to be joined in this browser.')
    const answer = revived(join.answer)
    const member = memberOf(network, await this.memberships.byId(network._id, account._id))
    const identityId = identityIdOf(network._id, answer.issuer, answer.subject)
    const verdict = mayJoin(member?.role ?? null, isTaken(member, answer.issuer, identityId))
    if (verdict.kind === 'refuse') throw refused(verdict.reason)
    if (!(await this.members.join(network, account, answer, origin))) throw refused('OTHER_IDENTITY')
    return { network, account: (await this.profiles.byId(account._id)) ?? account, answer }
  }
}

const keyOf = (browserToken: string) => `join:${hashToken(browserToken)}`

/** Dates were stored as strings. */
function revived(answer: ProviderAnswer): ProviderAnswer {
  return { ...answer, authTime: answer.authTime && new Date(answer.authTime) }
}
