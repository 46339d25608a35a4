import type { Clock } from '../../platform/clock/clock.js'
import { ForbiddenTargetError } from '../../platform/http/outbound-request.js'
import type { Logger } from '../../platform/logging/logger.js'
import { nextTryAt } from '../../webhooks/delivery-schedule.js'
import type { AppStore } from '../app.store.js'
import type { OidcProviderService } from '../oidc/oidc-provider.service.js'
import type { AppSessionDocument } from './app-session.model.js'
import type { AppSessionStore } from './app-session.store.js'

/** Longer than an answer may take. */
const LEASE_MS = 30_000
const SENT_AT_ONCE = 200
const LANES = 8

/** Tells apps of sign-outs (OpenID Connect Back-Channel Logout 1.0), at least once: for a day, then it is abandoned. */
export class BackChannelLogoutService {
  constructor(
    private readonly store: AppSessionStore,
    private readonly apps: AppStore,
    private readonly oidc: Pick<OidcProviderService, 'sendLogout'>,
    private readonly clock: Clock,
    private readonly logger: Logger,
    /** From 0 to 1; spreads the retries. */
    private readonly random: () => number,
  ) {}

  async deliverDue(): Promise<void> {
    const due = await this.store.dueLogouts(this.clock.now(), SENT_AT_ONCE)
    const lane = async () => {
      for (let held = due.shift(); held !== undefined; held = due.shift()) await this.#deliver(held)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  async #deliver(held: AppSessionDocument): Promise<void> {
    const now = this.clock.now()
    const attempts = await this.store.claimLogout(held._id, now, new Date(now.getTime() + LEASE_MS))
    if (attempts === null) return
    const [app] = await this.apps.byIds([held.appId])
    if (!app?.backChannelLogoutUri)
      return this.store.settleLogout(held._id, { attempts, deliveredAt: null, problem: 'The app has no address.' })
    try {
      await this.oidc.sendLogout(app, `${held.accountId}~${held.sessionId}`, held.sid)
      await this.store.settleLogout(held._id, { attempts, deliveredAt: this.clock.now(), problem: null })
    } catch (error) {
      const isBarred =
        error instanceof Error && [error, error.cause].some((each) => each instanceof ForbiddenTargetError)
      const problem = error instanceof Error ? error.message : String(error)
      const dueAt = isBarred ? null : nextTryAt(attempts, held.endedAt ?? now, this.clock.now(), this.random())
      this.logger.warn(
        { app: held.appId, problem, attempts, isAbandoned: dueAt === null },
        'An app was not told of a sign-out',
      )
      await this.store.settleLogout(held._id, { attempts, deliveredAt: null, problem, ...(dueAt ? { dueAt } : {}) })
    }
  }
}
