import { inject } from '@needle-di/core'
import { HOUR } from '@twinlock/shared/durations'
import type { Plan } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../../access/access.service.js'
import { type ChosenTime, chosenDeadline, chosenTimeProblem, plansWithMandate } from '../../domain/mandate.js'
import type { Mandate } from '../../domain/standing.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { newId } from '../../platform/crypto/tokens.js'
import { networkNotFound } from '../../platform/errors/interruption.js'
import { CoverageService } from '../coverage/coverage.service.js'
import { MandateStore } from '../mandate.store.js'
import { hasOwnTwoFactor } from '../own-two-factor.js'

export type ActivationRefusal =
  | { kind: 'active-already' }
  | { kind: 'time'; field: keyof ChosenTime; problem: string }
  | { kind: 'plan'; plan: Plan }
  | { kind: 'own-two-factor' }

export interface Activation {
  network: NetworkDocument
  /** Members who are emailed; 0 when it was mandatory already. */
  notified: number
}

/** Makes two-factor authentication mandatory, and no longer; by one write of the network each. */
export class ActivationService {
  constructor(
    private readonly store = inject(MandateStore),
    private readonly networks = inject(NetworkStore),
    private readonly coverage = inject(CoverageService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** The first reason to refuse, in the documented order. Fresh evidence is checked after all of these. */
  refusalOf(open: OpenToPerson, time: ChosenTime): ActivationRefusal | null {
    const { network } = open
    if (network.mandate) return { kind: 'active-already' }
    const problem = chosenTimeProblem(time, this.clock.now())
    if (problem) return { kind: 'time', ...problem }
    if (!plansWithMandate.includes(network.plan)) return { kind: 'plan', plan: network.plan }
    if (!hasOwnTwoFactor(open, this.clock.now())) return { kind: 'own-two-factor' }
    return null
  }

  /** Mandate and event are one write. The loser of a race gets the mandate that the winner activated. */
  async activate(open: OpenToPerson, time: ChosenTime, timeZone: string, origin: Origin): Promise<Activation> {
    const { account } = open.caller
    const now = this.clock.now()
    const mandate: Mandate = {
      activationId: newId('act'),
      activatedAt: now,
      activatedBy: { accountId: account._id, name: account.name },
      deadline: chosenDeadline(time, now),
      timeZone,
    }
    const { total } = await this.coverage.of(open.network)
    const activated = await this.store.activate(open.network._id, mandate, {
      type: 'mandate.activated',
      activationId: mandate.activationId,
      graceHours: Math.round((mandate.deadline.getTime() - now.getTime()) / HOUR),
      deadline: mandate.deadline,
      timeZone,
      ...networkEventOf(open.network, account, origin, now),
    })
    if (!activated) return { network: await this.#asItIs(open.network._id), notified: 0 }
    this.relay.dispatchSoon('networks', activated._id)
    return { network: activated, notified: total }
  }

  /** Nothing happens where it is not mandatory. */
  async deactivate({ network, caller }: OpenToPerson, origin: Origin): Promise<NetworkDocument> {
    if (!network.mandate) return network
    const deactivated = await this.store.deactivate(network._id, network.mandate, {
      type: 'mandate.deactivated',
      activationId: network.mandate.activationId,
      ...networkEventOf(network, caller.account, origin, this.clock.now()),
    })
    if (!deactivated) return this.#asItIs(network._id)
    this.relay.dispatchSoon('networks', deactivated._id)
    return deactivated
  }

  async #asItIs(id: string): Promise<NetworkDocument> {
    const network = await this.networks.byId(id)
    if (!network) throw networkNotFound()
    return network
  }
}
