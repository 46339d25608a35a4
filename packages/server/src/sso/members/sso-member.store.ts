import { inject } from '@needle-di/core'
import { roles } from '@twinlock/shared/vocabulary'
import type { DomainEvent } from '../../events/event.types.js'
import { MembershipCollection, type MembershipDocument, type SsoLink } from '../../memberships/membership.model.js'

const COUNTED = 10_000

export interface SsoCounts {
  /** Everyone but the guests. */
  members: number
  guests: number
  /** Members who have come by the provider at least once. */
  joined: number
  /** Of those, whom it last proved a second step of. */
  proved: number
}

/** Owns `usesSso` and `sso` of a membership. */
export class SsoMemberStore {
  constructor(private readonly memberships = inject(MembershipCollection)) {}

  /** Joins an identity, or renews what was said of it. @returns false: no member, a guest, or joined to another */
  async join(membershipId: string, link: SsoLink, event: DomainEvent | null): Promise<boolean> {
    const { matchedCount } = await this.memberships.updateOne(
      {
        _id: membershipId,
        leftAt: null,
        role: { $ne: 'GUEST' },
        $or: [{ sso: null }, { 'sso.identityId': link.identityId }, { 'sso.issuer': { $ne: link.issuer } }],
      },
      { $set: { usesSso: true, sso: link }, ...(event ? { $push: { events: event } } : {}) },
    )
    return matchedCount === 1
  }

  async release(membershipId: string, identityId: string, event: DomainEvent | null): Promise<void> {
    await this.memberships.updateOne(
      { _id: membershipId, 'sso.identityId': identityId },
      { $set: { usesSso: false, sso: null }, ...(event ? { $push: { events: event } } : {}) },
    )
  }

  /** By `networkId, leftAt, role`; counted up to ten thousand. */
  async counts(networkId: string, proofValues: readonly string[]): Promise<SsoCounts> {
    const inside = { networkId, leftAt: null }
    const members = { ...inside, role: { $in: roles.filter((role) => role !== 'GUEST') } }
    const proved = { $or: [{ 'sso.amr': { $in: [...proofValues] } }, { 'sso.acr': { $in: [...proofValues] } }] }
    const count = (filter: object) => this.memberships.countDocuments(filter, { limit: COUNTED })
    const [all, guests, joined, withProof] = await Promise.all([
      count(members),
      count({ ...inside, role: 'GUEST' }),
      count({ ...members, usesSso: true }),
      count({ ...members, usesSso: true, ...proved }),
    ])
    return { members: all, guests, joined, proved: withProof }
  }

  /** By `networkId, _id`: one page of those who are in, after this one. */
  async page(networkId: string, after: string, count: number): Promise<MembershipDocument[]> {
    return this.memberships
      .find({ networkId, leftAt: null, _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(count)
      .toArray()
  }

  /** By `_id`. */
  async byId(membershipId: string): Promise<MembershipDocument | null> {
    return this.memberships.findOne({ _id: membershipId, leftAt: null })
  }
}
