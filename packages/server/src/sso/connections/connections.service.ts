import { inject } from '@needle-di/core'
import type { OpenToPerson } from '../../access/access.service.js'
import { deadlineAfter } from '../../domain/mandate.js'
import { activeSso } from '../../domain/sso-policy.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { SsoEventFacts } from '../../events/sso-event.types.js'
import type { SsoConnection } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { ProviderMetadataService } from '../provider/provider-metadata.service.js'
import { type SsoFailure, ssoFailureOf } from '../provider/sso-failure.js'
import { sealSecret } from './client-secret.js'
import { connectionProblems, type WrittenConnection } from './connection-input.js'
import { SsoConnectionStore } from './sso-connection.store.js'

export type SaveOutcome =
  | { kind: 'saved' }
  | { kind: 'invalid'; problems: Record<string, string> }
  | { kind: 'failed'; reason: SsoFailure; detail: string }
  | { kind: 'overtaken' }

export type ChangeOutcome = 'changed' | 'no-connection' | 'overtaken'

/** The network's identity provider: written down, changed, and taken away. */
export class ConnectionsService {
  constructor(
    private readonly store = inject(SsoConnectionStore),
    private readonly metadata = inject(ProviderMetadataService),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** Reads the provider's metadata first. Another issuer is a new connection: no earlier decision carries over. */
  async save(open: OpenToPerson, written: WrittenConnection, origin: Origin): Promise<SaveOutcome> {
    const problems = connectionProblems(written, this.metadata.allowsHttp)
    if (Object.keys(problems).length > 0) return { kind: 'invalid', problems }
    const from = open.network.sso
    try {
      const { issuer } = await this.metadata.refresh(written.issuer.trim())
      const to = await this.#connection(open, issuer, written)
      const event = { type: 'sso.connection_saved' as const, issuer, clientId: to.clientId }
      const outcome = await this.#replace(open, from, to, event, origin)
      return { kind: outcome === 'changed' ? 'saved' : outcome }
    } catch (error) {
      const { reason, detail } = ssoFailureOf(error)
      return { kind: 'failed', reason, detail }
    }
  }

  /**
   * Removes the connection. Where two-factor authentication is mandatory, members whose second step the provider did get
   * time to set up their own; until then the connection stays.
   */
  async end(open: OpenToPerson, graceHours: number, timeZone: string, origin: Origin): Promise<ChangeOutcome> {
    const { sso, mandate } = open.network
    const now = this.clock.now()
    if (!sso || !activeSso(sso, now)) return 'no-connection'
    const endsAt = mandate ? deadlineAfter(now, graceHours) : now
    const event = { type: 'sso.connection_ending' as const, issuer: sso.issuer, endsAt, timeZone }
    return this.#replace(open, sso, { ...sso, endsAt }, event, origin)
  }

  /** Takes the end back, while there is time. */
  async keep(open: OpenToPerson, origin: Origin): Promise<ChangeOutcome> {
    const sso = activeSso(open.network.sso, this.clock.now())
    if (!sso?.endsAt) return 'no-connection'
    const event = { type: 'sso.connection_kept' as const, issuer: sso.issuer }
    return this.#replace(open, sso, { ...sso, endsAt: null }, event, origin)
  }

  async setJustInTimeRole(
    open: OpenToPerson,
    role: SsoConnection['justInTimeRole'],
    origin: Origin,
  ): Promise<ChangeOutcome> {
    const sso = activeSso(open.network.sso, this.clock.now())
    if (!sso) return 'no-connection'
    const event = { type: 'sso.just_in_time_changed' as const, role }
    return this.#replace(open, sso, { ...sso, justInTimeRole: role }, event, origin)
  }

  async #connection(open: OpenToPerson, issuer: string, written: WrittenConnection): Promise<SsoConnection> {
    const now = this.clock.now()
    const active = activeSso(open.network.sso, now)
    const same = active?.issuer === issuer ? active : null
    const clientId = written.clientId.trim()
    const secret = written.clientSecret?.trim()
    const isSameClient = same?.clientId === clientId
    // A secret is for the provider it was written down for: left out with another one, it must not go there.
    const sealedSecret = secret
      ? await sealSecret(this.keyRing, open.network._id, secret)
      : isSameClient
        ? same.sealedSecret
        : null
    return {
      issuer,
      clientId,
      sealedSecret,
      requiredFrom: same?.requiredFrom ?? null,
      proofRequiredFrom: same?.proofRequiredFrom ?? null,
      proofValues: same?.proofValues ?? ['mfa'],
      earlierProof: same?.earlierProof ?? null,
      endsAt: same?.endsAt ?? null,
      justInTimeRole: same?.justInTimeRole ?? null,
      savedAt: now,
      version: same?.version ?? 0,
      workedAt: isSameClient && !secret ? same.workedAt : null,
      trouble: null,
    }
  }

  async #replace(
    { network, caller }: OpenToPerson,
    from: SsoConnection | null,
    to: SsoConnection,
    event: SsoEventFacts,
    origin: Origin,
  ): Promise<'changed' | 'overtaken'> {
    const base = networkEventOf(network, caller.account, origin, this.clock.now())
    const isReplaced = await this.store.replace(network._id, from, to, { ...event, ...base })
    this.relay.dispatchSoon('networks', network._id)
    return isReplaced ? 'changed' : 'overtaken'
  }
}
