import { inject } from '@needle-di/core'
import type { DomainEvent } from '../../events/event.types.js'
import type { NamedNetwork } from '../../events/event-frame.js'
import { NetworkCollection, type SsoConnection } from '../../networks/network.model.js'

/** Owns `sso` of a network. */
export class SsoConnectionStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /** In place of the one it was made from. @returns false when another change came first */
  async replace(
    networkId: string,
    from: SsoConnection | null,
    to: SsoConnection | null,
    event: DomainEvent,
  ): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, ...(from ? { 'sso.version': from.version } : { sso: null }) },
      { $set: { sso: to && { ...to, version: (from?.version ?? 0) + 1 } }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** A sign-in went all the way; says nothing about what was decided. */
  async noteWorked(networkId: string, issuer: string, at: Date): Promise<void> {
    await this.networks.updateOne(
      { _id: networkId, 'sso.issuer': issuer },
      { $set: { 'sso.workedAt': at, 'sso.trouble': null } },
    )
  }

  async recordFailure(networkId: string, issuer: string, failure: { at: Date; reason: string }): Promise<void> {
    await this.networks.updateOne({ _id: networkId, 'sso.issuer': issuer }, { $set: { 'sso.trouble': failure } })
  }

  /** By the sparse `sso.endsAt`: readers check the end themselves, this only cleans up. */
  async clearEnded(now: Date): Promise<void> {
    await this.networks.updateMany({ 'sso.endsAt': { $lte: now } }, { $set: { sso: null } })
  }

  /** By the sparse `sso.issuer`: for whose connections a token of this issuer and audience may speak. */
  async networksOfClient(issuer: string, clientId: string): Promise<NamedNetwork[]> {
    return this.networks.find({ 'sso.issuer': issuer, 'sso.clientId': clientId }, { projection: { name: 1 } }).toArray()
  }

  /** By the sparse `sso.issuer`: every connection, one batch in memory at a time. */
  all(): AsyncIterable<{ _id: string; sso: SsoConnection }> {
    return this.networks
      .find({ 'sso.issuer': { $exists: true } })
      .project<{ _id: string; sso: SsoConnection }>({ sso: 1 })
  }

  /** Only while it is still the envelope that was opened; says nothing about what was decided. */
  async replaceSeal(networkId: string, sealed: string, resealed: string): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, 'sso.sealedSecret': sealed },
      { $set: { 'sso.sealedSecret': resealed } },
    )
    return modifiedCount === 1
  }
}
