import { inject } from '@needle-di/core'
import { MetricsService } from '../../metrics/metrics.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { ForbiddenTargetError } from '../../platform/http/outbound-request.js'
import { OneRun } from '../../platform/jobs/one-run.js'
import { Logger } from '../../platform/logging/logger.js'
import { LeaseQueue, type Settled } from '../../platform/queue/lease-queue.js'
import type { Claimed } from '../../platform/queue/lease-store.js'
import { nextTryAt } from '../../webhooks/delivery-schedule.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { OidcProviderService } from '../oidc/oidc-provider.service.js'
import type { AppSessionDocument } from './app-session.model.js'
import { AppSessionStore } from './app-session.store.js'

const LEASE_MS = 30_000
/** Longer than an answer may take. */
const ATTEMPT_MS = 6_000
const PORTION = 50
const LANES = 8

/** Notifies apps of sign-outs (OpenID Connect Back-Channel Logout 1.0), at least once: for a day, then abandoned. */
export class BackChannelLogoutService {
  readonly #queue: LeaseQueue<AppSessionDocument>
  /** One run for each app, so that one that does not answer holds up no other. */
  readonly #runs = new Map<string, OneRun>()
  readonly #stopping = new AbortController()

  constructor(
    private readonly store = inject(AppSessionStore),
    private readonly apps = inject(AppStore),
    private readonly oidc = inject(OidcProviderService),
    private readonly metrics = inject(MetricsService),
    private readonly clock = inject(Clock),
    private readonly logger = inject(Logger),
  ) {
    this.#queue = new LeaseQueue({
      store: store.logouts,
      clock,
      leaseMs: LEASE_MS,
      attemptMs: ATTEMPT_MS,
      portion: PORTION,
    })
  }

  async deliverDue(): Promise<void> {
    if (this.#stopping.signal.aborted) return
    const due = await this.store.appsToNotify(this.clock.now())
    await Promise.all(due.map((appId) => this.#notify(appId)))
  }

  /** Begins nothing more. */
  stop(): void {
    this.#stopping.abort()
  }

  async #notify(appId: string): Promise<void> {
    const run = this.#runs.get(appId) ?? new OneRun(() => this.#drain(appId))
    this.#runs.set(appId, run)
    await run.run().finally(() => this.#runs.delete(appId))
  }

  /** Stops once it is not accepted: what else waits for this app would fare no better. */
  async #drain(appId: string): Promise<void> {
    const [app] = await this.apps.byIds([appId])
    const failed = new AbortController()
    await this.#queue.drain(
      {
        filter: () => ({ appId }),
        sort: { dueAt: 1 },
        handle: async (appSession) => {
          const problem = await this.#send(app, appSession)
          if (problem === null) {
            this.metrics.countLogout('delivered')
            return { update: settled(null, { deliveredAt: this.clock.now() }), whateverTheLease: true }
          }
          failed.abort()
          return this.#afterFailure(appSession, problem)
        },
      },
      { lanes: LANES, signal: AbortSignal.any([this.#stopping.signal, failed.signal]) },
    )
  }

  /** @returns what went wrong; null when the app was notified */
  async #send(
    app: AppDocument | undefined,
    { accountId, sessionId, sid }: AppSessionDocument,
  ): Promise<Problem | null> {
    if (!app?.backChannelLogoutUri) return { text: 'The app has no address.', isFinal: true }
    try {
      await this.oidc.sendLogout(app, `${accountId}~${sessionId}`, sid)
      return null
    } catch (error) {
      const isFinal =
        error instanceof Error && [error, error.cause].some((each) => each instanceof ForbiddenTargetError)
      return { text: error instanceof Error ? error.message : String(error), isFinal }
    }
  }

  #afterFailure(appSession: Claimed<AppSessionDocument>, { text, isFinal }: Problem): Settled<AppSessionDocument> {
    const { clock, logger } = this
    const now = clock.now()
    const dueAt = isFinal ? null : nextTryAt(appSession.attempts, appSession.endedAt ?? now, now, Math.random())
    const facts = { app: appSession.appId, problem: text, attempts: appSession.attempts, isAbandoned: dueAt === null }
    logger.warn(facts, 'An app was not notified of a sign-out')
    this.metrics.countLogout(dueAt ? 'failed' : 'abandoned')
    return { update: settled(dueAt, { problem: text }) }
  }
}

interface Problem {
  text: string
  /** Another try would end the same way. */
  isFinal: boolean
}

function settled(dueAt: Date | null, became: { deliveredAt?: Date; problem?: string }) {
  const logout = { deliveredAt: null, problem: null, ...became }
  return dueAt
    ? { $set: { logout, dueAt }, $unset: { claim: '' as const } }
    : { $set: { logout }, $unset: { dueAt: '' as const, claim: '' as const } }
}
