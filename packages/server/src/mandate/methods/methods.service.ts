import { inject } from '@needle-di/core'
import { type FactorMethod, factorMethods } from '@twinlock/shared/vocabulary'
import type { OpenNetwork, OpenToPerson } from '../../access/access.service.js'
import { methodsOf } from '../../accounts/account-factors.js'
import { deadlineAfter, graceProblem } from '../../domain/mandate.js'
import { coverageOf } from '../../domain/protection.js'
import { changeOfMethods, type MethodChange } from '../../domain/setting-change.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { CoverageService } from '../coverage/coverage.service.js'
import { MandateStore } from '../mandate.store.js'

export interface MethodsPreview {
  /** The members who have two-factor authentication now and would need another method. */
  affected: number
  guestsAffected: number
  deadline: Date
  isNoticeNeeded: boolean
  isOwnMethodMissing: boolean
}

export type MethodsOutcome = { kind: 'changed'; network: NetworkDocument } | { kind: 'overtaken' }

/** The methods that a network accepts. Removing one gets a notice and a deadline, as the mandate does. */
export class MethodsService {
  constructor(
    private readonly store = inject(MandateStore),
    private readonly coverage = inject(CoverageService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async preview(open: OpenNetwork, wanted: readonly FactorMethod[], graceHours: number): Promise<MethodsPreview> {
    const { network } = open
    const policy = policyOf(network)
    const now = this.clock.now()
    const counts = await this.coverage.counts(network)
    const after = coverageOf(counts, { ...policy, methods: { accepted: [...wanted], earlier: null } }, now)
    const before = coverageOf(counts, policy, now)
    return {
      affected: Math.max(0, after.without - before.without),
      guestsAffected: Math.max(0, after.guestsWithout - before.guestsWithout),
      deadline: deadlineAfter(now, graceHours),
      isNoticeNeeded: this.changeOf(network, wanted, graceHours).kind === 'with-notice',
      isOwnMethodMissing: open.by === 'person' && !hasOneOf(open, wanted),
    }
  }

  /** @returns each field that needs another value, with what it needs */
  problemsOf(network: NetworkDocument, wanted: readonly FactorMethod[], graceHours: number): Record<string, string> {
    if (wanted.length === 0) return { methods: 'Accept at least one method.' }
    const problem = graceProblem(graceHours)
    if (problem) return { graceHours: problem }
    const change = this.changeOf(network, wanted, graceHours)
    return change.kind === 'under-way'
      ? { methods: 'A change is under way already. Wait until it is through, or take it back.' }
      : {}
  }

  changeOf(network: NetworkDocument, wanted: readonly FactorMethod[], graceHours: number): MethodChange {
    const now = this.clock.now()
    const { methods, mandate } = policyOf(network)
    return changeOfMethods(methods, inOrder(wanted), mandate !== null, deadlineAfter(now, graceHours), now)
  }

  async change(
    open: OpenToPerson,
    wanted: readonly FactorMethod[],
    graceHours: number,
    timeZone: string,
    origin: Origin,
  ): Promise<MethodsOutcome> {
    const { network, caller } = open
    const change = this.changeOf(network, wanted, graceHours)
    if (change.kind === 'none') return { kind: 'changed', network }
    if (change.kind === 'under-way') return { kind: 'overtaken' }
    const base = networkEventOf(network, caller.account, origin, this.clock.now())
    const changed = await this.store.changeMethods(
      network._id,
      network,
      { acceptedMethods: change.methods.accepted, earlierMethods: change.methods.earlier },
      {
        type: 'policy.allowed_methods_changed',
        methods: change.methods.accepted,
        effectiveAt: change.kind === 'with-notice' ? (change.methods.earlier?.until ?? base.at) : base.at,
        ...(network.mandate ? { activationId: network.mandate.activationId, timeZone } : {}),
        ...base,
      },
    )
    if (!changed) return { kind: 'overtaken' }
    this.relay.dispatchSoon('networks', network._id)
    return { kind: 'changed', network: changed }
  }
}

export function hasOneOf({ caller }: OpenToPerson, methods: readonly FactorMethod[]): boolean {
  return methodsOf(caller.account).some((method) => methods.includes(method))
}

function inOrder(wanted: readonly FactorMethod[]): FactorMethod[] {
  return factorMethods.filter((method) => wanted.includes(method))
}
