import { InjectionToken, inject } from '@needle-di/core'
import { Counter, Gauge, Registry } from 'prom-client'
import type { EventsFor } from '../events/consequences.js'

export const Gauges = new InjectionToken<Gauges>('Gauges')

export interface Gauges {
  outboxDepth(): Promise<number>
  hashQueue(): number
  /** Members of all networks by how they are protected, as last counted. */
  coverage(): Promise<Record<string, number>>
}

/** What a server counts since its start, and what it measures when asked, in Prometheus' text format. */
export class MetricsService {
  readonly #registry = new Registry()
  readonly #signIns: Counter<'outcome'>
  readonly #secondSteps: Counter<'method' | 'outcome'>
  readonly #texts: Counter<'country'>
  readonly #alarms: Counter<'kind'>
  readonly #appSignIns: Counter<'acr'>
  readonly #gateDecisions: Counter<'decision'>
  readonly #backChannelLogouts: Counter<'outcome'>

  constructor(gauges = inject(Gauges)) {
    const registers = [this.#registry]
    this.#signIns = new Counter({
      registers,
      name: 'twinlock_sign_ins_total',
      help: 'Sign-ins by how they ended.',
      labelNames: ['outcome'],
    })
    this.#secondSteps = new Counter({
      registers,
      name: 'twinlock_second_steps_total',
      help: 'Second steps by method and outcome.',
      labelNames: ['method', 'outcome'],
    })
    this.#texts = new Counter({
      registers,
      name: 'twinlock_texts_total',
      help: 'Text messages by country.',
      labelNames: ['country'],
    })
    this.#alarms = new Counter({
      registers,
      name: 'twinlock_alarms_total',
      help: 'What the operator was alerted to, by kind.',
      labelNames: ['kind'],
    })
    this.#appSignIns = new Counter({
      registers,
      name: 'twinlock_app_sign_ins_total',
      help: 'Sign-ins to apps by what was proved.',
      labelNames: ['acr'],
    })
    this.#gateDecisions = new Counter({
      registers,
      name: 'twinlock_gate_decisions_total',
      help: 'What proxies that asked the gate were answered.',
      labelNames: ['decision'],
    })
    this.#backChannelLogouts = new Counter({
      registers,
      name: 'twinlock_back_channel_logouts_total',
      help: 'Attempts to notify apps of a sign-out, by outcome.',
      labelNames: ['outcome'],
    })
    new Gauge({
      registers,
      name: 'twinlock_outbox_depth',
      help: 'Messages that wait to be delivered.',
      async collect() {
        this.set(await gauges.outboxDepth())
      },
    })
    new Gauge({
      registers,
      name: 'twinlock_hash_queue',
      help: 'Password hashes that run or wait.',
      collect() {
        this.set(gauges.hashQueue())
      },
    })
    new Gauge({
      registers,
      name: 'twinlock_members',
      help: 'Members of all networks by how they are protected, as last counted.',
      labelNames: ['coverage'],
      async collect() {
        for (const [coverage, count] of Object.entries(await gauges.coverage())) this.set({ coverage }, count)
      },
    })
  }

  /** Follows what happened; a repeat after a crash counts twice, which a counter may. */
  follow(event: EventsFor<'metrics'>): void {
    switch (event.type) {
      case 'app.signed_in':
        this.#appSignIns.inc({ acr: event.acr })
        return
      case 'sign_in.completed': {
        this.#signIns.inc({ outcome: 'completed' })
        for (const method of event.methods.filter((name) => name !== 'PASSWORD'))
          this.#secondSteps.inc({ method, outcome: 'accepted' })
        return
      }
      case 'sign_in.password_failed':
        this.#signIns.inc({ outcome: 'password_failed' })
        return
      case 'sign_in.locked':
        this.#signIns.inc({ outcome: 'locked' })
        return
      case 'sign_in.unfinished':
        this.#signIns.inc({ outcome: 'unfinished' }, event.signIns)
        return
      case 'sign_in.second_step_failed':
        this.#secondSteps.inc({ method: event.method, outcome: 'refused' })
        return
    }
    event satisfies never
  }

  countText(country: string): void {
    this.#texts.inc({ country })
  }

  countAlarm(kind: string): void {
    this.#alarms.inc({ kind })
  }

  countGateDecision(decision: string): void {
    this.#gateDecisions.inc({ decision })
  }

  countLogout(outcome: string): void {
    this.#backChannelLogouts.inc({ outcome })
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }

  get contentType(): string {
    return this.#registry.contentType
  }
}
