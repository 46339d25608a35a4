import { inject } from '@needle-di/core'
import { type AccountDocument, newAccount } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { type AccountDecision, type AccountFacts, decideAccount, provableEmail } from '../../domain/sso-account.js'
import type { Origin } from '../../events/event.types.js'
import { type InvitationDocument, invitationIdOf, isOpen } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { ownsDomain } from '../../networks/proved-domain.js'
import { Clock } from '../../platform/clock/clock.js'
import { nameProblem } from '../../profile/name/name-rules.js'
import { IdentityStore, identityIdOf } from '../members/identity.store.js'
import { SsoMembersService } from '../members/sso-members.service.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { refused } from '../provider/sso-failure.js'
import { AdmissionService } from './admission.service.js'

export type AccountOutcome = { kind: 'resolved'; account: AccountDocument } | { kind: 'ask-own-sign-in' }

/** Finds the account for a provider's claims about a person. */
export class SsoAccountService {
  constructor(
    private readonly identities = inject(IdentityStore),
    private readonly members = inject(SsoMembersService),
    private readonly memberships = inject(MembershipStore),
    private readonly invitations = inject(InvitationStore),
    private readonly admissions = inject(AdmissionService),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
  ) {}

  /** What would happen, and nothing does: for an Admin who tries the sign-in. */
  async preview(network: NetworkDocument, answer: ProviderAnswer): Promise<AccountDecision> {
    return decideAccount((await this.#gather(network, answer)).facts)
  }

  /** @throws SsoFailureError when the person does not get in this way */
  async resolve(network: NetworkDocument, answer: ProviderAnswer, origin: Origin): Promise<AccountOutcome> {
    const { facts, invitation } = await this.#gather(network, answer)
    const decision = decideAccount(facts)
    switch (decision.kind) {
      case 'ask-own-sign-in':
        return decision
      case 'refuse':
        throw refused(decision.reason)
      case 'enter':
      case 'join':
        return this.#join(network, await this.profiles.byId(decision.accountId), answer, origin)
      case 'admit': {
        const by = invitation ?? network.sso?.justInTimeRole
        if (!by) throw refused('NOT_A_MEMBER')
        const known = decision.accountId ? await this.profiles.byId(decision.accountId) : null
        const account = known ?? (await this.#makeAccount(answer, facts.provedEmail ?? ''))
        const admitted = await this.admissions.admit(network, account, by, origin)
        return this.#join(network, admitted, answer, origin)
      }
    }
  }

  async #join(
    network: NetworkDocument,
    account: AccountDocument | null,
    answer: ProviderAnswer,
    origin: Origin,
  ): Promise<AccountOutcome> {
    if (!account || !(await this.members.join(network, account, answer, origin))) throw refused('OTHER_IDENTITY')
    return { kind: 'resolved', account: (await this.profiles.byId(account._id)) ?? account }
  }

  async #gather(
    network: NetworkDocument,
    answer: ProviderAnswer,
  ): Promise<{ facts: AccountFacts; invitation: InvitationDocument | null }> {
    const identityId = identityIdOf(network._id, answer.issuer, answer.subject)
    const identity = await this.identities.byId(identityId)
    const provable = answer.email && provableEmail(answer.email)
    const provedEmail = provable && ownsDomain(network, provable.domain, this.clock.now()) ? provable.key : null
    const invitation = provedEmail ? await this.#openInvitation(network, provedEmail) : null
    const known = identity && {
      accountId: identity.accountId,
      role: (await this.#member(network, identity.accountId))?.role ?? null,
    }
    const byEmail = !known && provedEmail ? await this.#byEmail(network, provedEmail, answer, identityId) : null
    const firstRole = provedEmail ? (invitation?.role ?? network.sso?.justInTimeRole ?? null) : null
    return { facts: { known, provedEmail, byEmail, firstRole }, invitation }
  }

  async #byEmail(
    network: NetworkDocument,
    emailKey: string,
    { issuer }: ProviderAnswer,
    identityId: string,
  ): Promise<AccountFacts['byEmail']> {
    const account = await this.profiles.byEmailKey(emailKey)
    if (!account) return null
    const member = await this.#member(network, account._id)
    return { accountId: account._id, role: member?.role ?? null, isTaken: isTaken(member, issuer, identityId) }
  }

  async #member(network: NetworkDocument, accountId: string): Promise<MembershipDocument | null> {
    return memberOf(network, await this.memberships.byId(network._id, accountId))
  }

  async #openInvitation(network: NetworkDocument, emailKey: string): Promise<InvitationDocument | null> {
    const invitation = await this.invitations.byId(invitationIdOf(network._id, emailKey))
    return invitation && isOpen(invitation, this.clock.now()) ? invitation : null
  }

  /** Without a password: its own sign-in begins when its owner chooses one by the mailed link. */
  async #makeAccount({ email, name }: ProviderAnswer, emailKey: string): Promise<AccountDocument> {
    const address = email?.email.trim() ?? emailKey
    const account = newAccount({
      emailKey,
      email: address,
      name: name && !nameProblem(name) ? name.trim() : (address.split('@')[0] ?? address),
      passwordHash: null,
      now: this.clock.now(),
    })
    if (await this.profiles.insert(account)) return account
    // Another account gave the address up within the last week, and may take it back.
    const other = await this.profiles.byEmailKey(emailKey)
    if (!other) throw refused('NOT_A_MEMBER')
    return other
  }
}

export function isTaken(member: MembershipDocument | null, issuer: string, identityId: string): boolean {
  return member?.sso?.issuer === issuer && member.sso.identityId !== identityId
}
