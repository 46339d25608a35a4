import { limits } from '@twinlock/shared/limits'
import type { EventRelay } from '../events/event-relay.js'
import { systemEventOf } from '../events/network-event.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import { type PostOutcome, postOutbound } from '../platform/http/outbound-post.js'
import type { OutboundPolicy } from '../platform/http/outbound-request.js'
import type { Logger } from '../platform/logging/logger.js'
import type { DeliveryAnswer } from './delivery.model.js'
import type { ClaimedDelivery, DeliveryStore } from './delivery.store.js'
import { nextTryAt } from './delivery-schedule.js'
import type { Failing, WebhookDocument } from './webhook.model.js'
import type { WebhookStore } from './webhook.store.js'
import { signedHeaders } from './webhook-secret.js'

/** Longer than an answer may take. */
const LEASE_MS = 60_000
const SENT_IN_A_ROW = 100
const LANES = 8
const GONE = 410

export interface WebhookDeliveryDeps {
  webhooks: WebhookStore
  deliveries: DeliveryStore
  policy: OutboundPolicy
  keyRing: KeyRing
  relay: EventRelay
  logger: Logger
  clock: Clock
  /** From 0 to 1; spreads the retries. */
  random: () => number
}

/** Sends what is due, at least once: a worker that dies in between leaves it to the next. */
export class WebhookDeliveryService {
  constructor(private readonly deps: WebhookDeliveryDeps) {}

  /** Webhooks side by side, the deliveries of one after another: a slow one holds up nobody else. */
  async deliverDue(): Promise<void> {
    const waiting = await this.deps.deliveries.webhooksDue(this.deps.clock.now())
    const lane = async () => {
      for (let webhookId = waiting.shift(); webhookId !== undefined; webhookId = waiting.shift())
        await this.#deliverTo(webhookId)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  /** Stops at the first that does not get through: the rest would fare no better, and waits with it. */
  async #deliverTo(webhookId: string): Promise<void> {
    for (const id of await this.deps.deliveries.dueOf(webhookId, this.deps.clock.now(), SENT_IN_A_ROW)) {
      const now = this.deps.clock.now()
      const delivery = await this.deps.deliveries.claim(id, now, new Date(now.getTime() + LEASE_MS))
      if (delivery && !(await this.#try(webhookId, delivery))) return
    }
  }

  async #try(webhookId: string, delivery: ClaimedDelivery): Promise<boolean> {
    const { webhooks, deliveries } = this.deps
    const webhook = await webhooks.byId(webhookId)
    if (!webhook) {
      await deliveries.release(delivery, 'FAILED', null)
      return false
    }
    if (webhook.paused) {
      await deliveries.release(delivery, 'HELD', null)
      return true
    }
    const answer = await this.#send(webhook, delivery)
    if (isAccepted(answer)) {
      await deliveries.settle(delivery, answer, { state: 'DELIVERED', dueAt: null })
      if (webhook.failing) await this.#recover(webhook._id, webhook.failing)
      return true
    }
    await this.#goOn(webhook, delivery, answer)
    return false
  }

  async #send(webhook: WebhookDocument, { _id: id, body }: ClaimedDelivery): Promise<DeliveryAnswer> {
    const { clock, keyRing, policy } = this.deps
    const at = clock.now()
    const headers = await signedHeaders(keyRing, webhook, { id, body }, at)
    const begun = performance.now()
    const outcome = await postOutbound(
      {
        url: new URL(webhook.url),
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Twinlock-Webhooks/1' },
        body,
        timeout: limits.webhook.answerWithin,
      },
      policy,
    )
    return { at, durationMs: Math.round(performance.now() - begun), ...resultOf(outcome) }
  }

  async #goOn(webhook: WebhookDocument, delivery: ClaimedDelivery, answer: DeliveryAnswer): Promise<void> {
    const { webhooks, deliveries, clock } = this.deps
    const [now, random] = [clock.now(), this.deps.random()]
    const isGone = answer.status === GONE
    const dueAt = isGone ? null : nextTryAt(delivery.attempts, delivery.firstTriedAt, now, random)
    await deliveries.settle(delivery, answer, dueAt ? { state: 'WAITING', dueAt } : { state: 'FAILED', dueAt: null })
    if (isGone) return this.#pause(webhook, 'It answered that it is gone (410).')
    // A single event may be refused for a day; the webhook is paused only when all of them were.
    const { since, tries } = webhook.failing ?? { since: delivery.claimedAt, tries: 0 }
    const until = nextTryAt(tries + 1, since, now, random)
    if (!until) return this.#pause(webhook, 'It accepted nothing for a day.')
    const isFirst = await webhooks.countFailure(webhook._id, webhook.failing, { since, tries: tries + 1, until })
    if (isFirst) await deliveries.postpone(webhook._id, until)
    // The row ends with the last that is tried: what fails another day begins one of its own.
    if (!dueAt && !(await deliveries.isAnyWaiting(webhook._id))) await webhooks.forgetFailures(webhook._id)
  }

  async #recover(webhookId: string, { until }: Failing): Promise<void> {
    await this.deps.webhooks.forgetFailures(webhookId)
    await this.deps.deliveries.bringForward(webhookId, until, this.deps.clock.now())
  }

  async #pause(webhook: WebhookDocument, reason: string): Promise<void> {
    const { webhooks, deliveries, relay, logger, clock } = this.deps
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
    await relay.relay('webhooks', webhook._id)
  }
}

function isAccepted({ status }: DeliveryAnswer): boolean {
  return status !== null && status >= 200 && status < 300
}

function resultOf(outcome: PostOutcome): Pick<DeliveryAnswer, 'status' | 'problem'> {
  switch (outcome.kind) {
    case 'answered': {
      const isRedirect = outcome.status >= 300 && outcome.status < 400
      return { status: outcome.status, problem: isRedirect ? 'Redirects are not followed.' : null }
    }
    case 'barred':
      return { status: null, problem: 'It leads to an address that is not public.' }
    case 'unreachable':
      return { status: null, problem: outcome.reason }
  }
}
