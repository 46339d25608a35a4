import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import PQueue from 'p-queue'
import { systemEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { type PostOutcome, postOutbound } from '../platform/http/outbound-post.js'
import { OutboundPolicy } from '../platform/http/outbound-request.js'
import { retryAfterMs } from '../platform/http/retry-after.js'
import { OneRun } from '../platform/jobs/one-run.js'
import { Logger } from '../platform/logging/logger.js'
import { LeaseQueue } from '../platform/queue/lease-queue.js'
import type { DeliveryAnswer, DeliveryDocument } from './delivery.model.js'
import { type ClaimedDelivery, DeliveryStore, returnedDelivery, settledDelivery } from './delivery.store.js'
import { nextTryAt } from './delivery-schedule.js'
import type { FailureStreak, WebhookDocument } from './webhook.model.js'
import { WebhookStore } from './webhook.store.js'
import { webhookProblems } from './webhook-problems.js'
import { signedHeaders } from './webhook-secret.js'

const LEASE_MS = 120_000
const ATTEMPT_MS = limits.webhook.answerWithin + 5_000
/** Between two portions the webhook is read again, so that a pause or a new address soon applies. */
const PORTION = 25
/** Webhooks that are posted to at the same time. */
const LANES = 8
/** How long a stopping server waits for answers; then it hangs up, and another server sends again. */
const GRACE_MS = 2_000
const GONE = 410

interface Failure {
  webhook: WebhookDocument
  answer: DeliveryAnswer
  /** When this delivery is tried again; null when it is abandoned. */
  dueAt: Date | null
  /** When the webhook is, with what else waits for it; null when it accepted nothing for a day. */
  until: Date | null
}

/** Sends what is due, at least once: a worker that dies in between leaves it to the next. */
export class WebhookDeliveryService {
  readonly #queue: LeaseQueue<DeliveryDocument>
  readonly #pool = new PQueue({ concurrency: LANES })
  /** One run for each webhook, so that no address gets parallel posts from this process. */
  readonly #runs = new Map<string, OneRun>()
  readonly #look = new OneRun(() => this.#beginRuns())
  readonly #stopping = new AbortController()
  readonly #hangUp = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(
    private readonly webhooks = inject(WebhookStore),
    private readonly deliveries = inject(DeliveryStore),
    private readonly policy = inject(OutboundPolicy),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly logger = inject(Logger),
    private readonly clock = inject(Clock),
  ) {
    const portion = PORTION
    this.#queue = new LeaseQueue({ store: deliveries.leases, clock, leaseMs: LEASE_MS, attemptMs: ATTEMPT_MS, portion })
  }

  /**
   * Webhooks in parallel, the deliveries of each in sequence: a slow one does not hold up the others. However often this
   * is called, one lookup of due deliveries runs at a time.
   */
  async deliverDue(): Promise<void> {
    await this.#look.run()
    await Promise.all(this.#underWay)
  }

  /** Begins nothing more. Posts that are not answered soon are broken off and given back. */
  stop(): void {
    this.#stopping.abort()
    setTimeout(() => this.#hangUp.abort(), GRACE_MS).unref()
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay)
  }

  async #beginRuns(): Promise<void> {
    if (this.#stopping.signal.aborted) return
    const due = await this.deliveries.webhooksDue(this.clock.now())
    for (const webhookId of due) {
      const run = this.#runs.get(webhookId) ?? new OneRun(() => this.#pool.add(() => this.#deliverTo(webhookId)))
      this.#runs.set(webhookId, run)
      const task: Promise<void> = run.run().finally(() => {
        this.#runs.delete(webhookId)
        this.#underWay.delete(task)
      })
      this.#underWay.add(task)
      // Callers of `deliverDue` see the failure; without one it must not count as unhandled.
      task.catch(() => undefined)
    }
  }

  /** Stops at the first that does not get through: the rest would fare no better, and waits with it. */
  async #deliverTo(webhookId: string): Promise<void> {
    const failed = new AbortController()
    let webhook: WebhookDocument | null | undefined
    let failure: Failure | null = null
    await this.#queue.drain(
      {
        filter: () => {
          webhook = undefined
          return { webhookId }
        },
        sort: { dueAt: 1, attempts: 1 },
        handle: async (delivery) => {
          if (webhook === undefined) webhook = await this.webhooks.byId(webhookId)
          if (!webhook) return { update: returnedDelivery('FAILED', null) }
          if (webhook.paused) return { update: returnedDelivery('HELD', null) }
          const { answer, retryAfter } = await this.#send(webhook, delivery)
          const firstTriedAt = delivery.firstTriedAt ?? answer.at
          if (isAccepted(answer)) {
            if (webhook.failing) await this.#recover(webhookId, webhook.failing)
            webhook = { ...webhook, failing: null }
            return { update: settledDelivery(firstTriedAt, answer, { state: 'DELIVERED', dueAt: null }) }
          }
          failed.abort()
          if (this.#hangUp.signal.aborted) return { update: returnedDelivery('WAITING', this.clock.now()) }
          failure = this.#failureOf(webhook, delivery, answer, retryAfter)
          const { dueAt } = failure
          return {
            update: settledDelivery(
              firstTriedAt,
              answer,
              dueAt ? { state: 'WAITING', dueAt } : { state: 'FAILED', dueAt },
            ),
          }
        },
      },
      { lanes: 1, signal: AbortSignal.any([this.#stopping.signal, failed.signal]) },
    )
    // After what was only claimed has been given back, so that it waits with the rest.
    if (failure) await this.#postpone(failure)
  }

  async #send(webhook: WebhookDocument, { _id: id, body }: ClaimedDelivery) {
    const { clock, keyRing, policy } = this
    const at = clock.now()
    const headers = await signedHeaders(keyRing, webhook, { id, body }, at)
    const begun = performance.now()
    const outcome = await postOutbound(
      {
        url: new URL(webhook.url),
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Twinlock-Webhooks/1' },
        body,
        timeout: limits.webhook.answerWithin,
        signal: this.#hangUp.signal,
      },
      policy,
    )
    const answer: DeliveryAnswer = { at, durationMs: Math.round(performance.now() - begun), ...resultOf(outcome) }
    return { answer, retryAfter: outcome.kind === 'answered' ? retryAfterMs(outcome.retryAfter, at) : 0 }
  }

  /** Both times from one moment and one chance: where the delivery is the only one, they are the same. */
  #failureOf(webhook: WebhookDocument, delivery: ClaimedDelivery, answer: DeliveryAnswer, retryAfter: number): Failure {
    const [now, random] = [this.clock.now(), Math.random()]
    const { since, tries } = webhook.failing ?? { since: answer.at, tries: 0 }
    const dueAt =
      answer.status === GONE
        ? null
        : nextTryAt(delivery.attempts, delivery.firstTriedAt ?? answer.at, now, random, retryAfter)
    return { webhook, answer, dueAt, until: nextTryAt(tries + 1, since, now, random, retryAfter) }
  }

  async #postpone({ webhook, answer, dueAt, until }: Failure): Promise<void> {
    const { webhooks, deliveries } = this
    if (answer.status === GONE) return this.#pause(webhook, webhookProblems.GONE)
    // A single event may be refused for a day; the webhook is paused only when all of them were.
    if (!until) return this.#pause(webhook, webhookProblems.NOTHING_ACCEPTED)
    const { since, tries } = webhook.failing ?? { since: answer.at, tries: 0 }
    const isFirst = await webhooks.countFailure(webhook._id, webhook.failing, { since, tries: tries + 1, until })
    if (isFirst) await deliveries.postpone(webhook._id, until)
    // The run of failures ends with the last attempt: a failure on another day begins a new run.
    if (!dueAt && !(await deliveries.isAnyWaiting(webhook._id))) await webhooks.forgetFailures(webhook._id)
  }

  async #recover(webhookId: string, { until }: FailureStreak): Promise<void> {
    await this.webhooks.forgetFailures(webhookId)
    await this.deliveries.bringForward(webhookId, until, this.clock.now())
  }

  async #pause(webhook: WebhookDocument, reason: string): Promise<void> {
    const { webhooks, deliveries, relay, logger, clock } = this
    const at = clock.now()
    const network = { _id: webhook.networkId, name: webhook.networkName }
    const event = {
      type: 'webhook.paused' as const,
      ...systemEventOf(network, at),
      webhookId: webhook._id,
      url: webhook.url,
      reason,
    }
    if (!(await webhooks.pause(webhook._id, { at, reason }, event))) return
    await deliveries.hold(webhook._id)
    logger.warn({ webhook: webhook._id, reason }, 'A webhook was paused')
    await relay.dispatch('webhooks', webhook._id)
  }
}

function isAccepted({ status }: DeliveryAnswer): boolean {
  return status !== null && status >= 200 && status < 300
}

function resultOf(outcome: PostOutcome): Pick<DeliveryAnswer, 'status' | 'problem'> {
  switch (outcome.kind) {
    case 'answered': {
      const isRedirect = outcome.status >= 300 && outcome.status < 400
      return { status: outcome.status, problem: isRedirect ? webhookProblems.REDIRECT : null }
    }
    case 'barred':
      return { status: null, problem: webhookProblems.NOT_PUBLIC }
    case 'unreachable':
      return { status: null, problem: outcome.reason }
  }
}
