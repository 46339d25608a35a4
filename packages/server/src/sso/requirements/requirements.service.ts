import { inject } from '@needle-di/core'
import type { OpenToPerson } from '../../access/access.service.js'
import { deadlineAfter, graceProblem } from '../../domain/mandate.js'
import { changeOfProof } from '../../domain/setting-change.js'
import { activeSso } from '../../domain/sso-policy.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { SsoEventFacts } from '../../events/sso-event.types.js'
import type { SsoConnection } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { SsoConnectionStore } from '../connections/sso-connection.store.js'
import { type SsoCounts, SsoMemberStore } from '../members/sso-member.store.js'

export type RequirementOutcome =
  | { kind: 'changed' }
  | { kind: 'no-connection' }
  /** No member has signed in by it yet: requiring it could lock everyone out. */
  | { kind: 'not-tried' }
  | { kind: 'invalid'; problems: Record<string, string> }
  | { kind: 'under-way'; until: Date }
  | { kind: 'overtaken' }

export interface Notice {
  graceHours: number
  /** IANA zone of the Admin, for the words of mails. */
  timeZone: string
  origin: Origin
}

/** What a network requires of members who use its provider. A stricter requirement gets a notice and a deadline. */
export class RequirementsService {
  constructor(
    private readonly connections = inject(SsoConnectionStore),
    private readonly members = inject(SsoMemberStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** Whom requiring it would concern. */
  async counts({ network }: OpenToPerson): Promise<SsoCounts> {
    return this.members.counts(network._id, network.sso?.proofValues ?? [])
  }

  /** Members (guests aside) must come by the provider; requiring it while it is required changes nothing. */
  async require(open: OpenToPerson, { graceHours, timeZone, origin }: Notice): Promise<RequirementOutcome> {
    const now = this.clock.now()
    const sso = activeSso(open.network.sso, now)
    if (!sso) return { kind: 'no-connection' }
    if (sso.requiredFrom) return { kind: 'changed' }
    if (!sso.workedAt) return { kind: 'not-tried' }
    const problem = graceProblem(graceHours)
    if (problem) return { kind: 'invalid', problems: { graceHours: problem } }
    const from = deadlineAfter(now, graceHours)
    return this.#replace(open, sso, { ...sso, requiredFrom: from }, { type: 'sso.required', from, timeZone }, origin)
  }

  async makeOptional(open: OpenToPerson, origin: Origin): Promise<RequirementOutcome> {
    const sso = activeSso(open.network.sso, this.clock.now())
    if (!sso) return { kind: 'no-connection' }
    if (!sso.requiredFrom) return { kind: 'changed' }
    return this.#replace(open, sso, { ...sso, requiredFrom: null }, { type: 'sso.made_optional' }, origin)
  }

  async setProof(
    open: OpenToPerson,
    wanted: { isRequired: boolean; values: readonly string[] },
    { graceHours, timeZone, origin }: Notice,
  ): Promise<RequirementOutcome> {
    const now = this.clock.now()
    const sso = activeSso(open.network.sso, now)
    if (!sso) return { kind: 'no-connection' }
    const values = wanted.values.map((value) => value.trim()).filter(Boolean)
    if (values.length > 20 || values.some((value) => value.length > 200 || /\s/.test(value)))
      return { kind: 'invalid', problems: { values: 'Use at most 20 values, each without spaces.' } }
    if (wanted.isRequired && values.length === 0)
      return { kind: 'invalid', problems: { values: 'Name at least one value that counts.' } }
    const problem = graceProblem(graceHours)
    if (problem) return { kind: 'invalid', problems: { graceHours: problem } }
    const change = changeOfProof(sso, { ...wanted, values }, deadlineAfter(now, graceHours), now)
    switch (change.kind) {
      case 'none':
        return { kind: 'changed' }
      case 'under-way':
        return change
      case 'at-once':
      case 'with-notice': {
        const from = change.kind === 'with-notice' ? change.from : now
        const event: SsoEventFacts = wanted.isRequired
          ? { type: 'sso.proof_required', from, values, timeZone }
          : { type: 'sso.proof_made_optional' }
        return this.#replace(open, sso, { ...sso, ...change.terms }, event, origin)
      }
    }
  }

  async #replace(
    { network, caller }: OpenToPerson,
    from: SsoConnection,
    to: SsoConnection,
    event: SsoEventFacts,
    origin: Origin,
  ): Promise<RequirementOutcome> {
    const base = networkEventOf(network, caller.account, origin, this.clock.now())
    const isReplaced = await this.connections.replace(network._id, from, to, { ...event, ...base })
    this.relay.dispatchSoon('networks', network._id)
    return { kind: isReplaced ? 'changed' : 'overtaken' }
  }
}
