import { inject } from '@needle-di/core'
import type { OpenToPerson } from '../../access/access.service.js'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { CopiesService } from '../../memberships/copies.service.js'
import { membershipIdOf, type SsoLink } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { IdentityStore, identityIdOf } from './identity.store.js'
import { SsoMemberStore } from './sso-member.store.js'

/** Which account an identity of a provider belongs to, in its network. */
export class SsoMembersService {
  constructor(
    private readonly identities = inject(IdentityStore),
    private readonly members = inject(SsoMemberStore),
    private readonly profiles = inject(ProfileStore),
    private readonly copies = inject(CopiesService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * Joins an identity to a member, or notes what was said of one that is joined. The membership decides, then the
   * identity is written: a crash in between is made good by the next sign-in.
   * @returns false when the member is joined to another identity, a guest or gone, or the identity is another account's
   */
  async join(
    network: NetworkDocument,
    account: AccountDocument,
    answer: ProviderAnswer,
    origin: Origin,
  ): Promise<boolean> {
    const now = this.clock.now()
    const { issuer, subject, amr, acr } = answer
    const membershipId = membershipIdOf(network._id, account._id)
    const identityId = identityIdOf(network._id, issuer, subject)
    const before = await this.members.byId(membershipId)
    const isNew = before?.sso?.identityId !== identityId || !before.usesSso
    const joinedAt = isNew ? now : (before?.sso?.joinedAt ?? now)
    if (isNew) {
      const known = await this.identities.byId(identityId)
      if (known && known.accountId !== account._id) return false
    }
    const link: SsoLink = { identityId, issuer, joinedAt, saidAt: now, amr, acr }
    const { email } = account
    const base = networkEventOf(network, account, origin, now)
    const event = { type: 'sso.identity_joined' as const, accountId: account._id, email, issuer, subject, ...base }
    if (!(await this.members.join(membershipId, link, isNew ? event : null))) return false
    const identity = { _id: identityId, networkId: network._id, issuer, subject, accountId: account._id, joinedAt }
    if ((await this.identities.insert(identity)) !== account._id) {
      await this.members.release(membershipId, identityId, null)
      return false
    }
    if (!account.networkIds.includes(network._id)) await this.profiles.enterNetwork(account._id, network._id)
    if (isNew) {
      await this.copies.copy(account._id)
      this.relay.dispatchSoon('memberships', membershipId)
    }
    return true
  }

  /** For a new identity of the same person: the next sign-in by the provider links again. @returns false: nothing joined */
  async release({ network, caller }: OpenToPerson, membershipId: string, origin: Origin): Promise<boolean> {
    const member = await this.members.byId(membershipId)
    if (member?.networkId !== network._id || !member.sso) return false
    const { accountId, email, sso } = member
    const base = networkEventOf(network, caller.account, origin, this.clock.now())
    await this.identities.delete(sso.identityId)
    await this.members.release(membershipId, sso.identityId, {
      type: 'sso.identity_released',
      accountId,
      email,
      issuer: sso.issuer,
      ...base,
    })
    await this.copies.copy(accountId)
    this.relay.dispatchSoon('memberships', membershipId)
    return true
  }
}
