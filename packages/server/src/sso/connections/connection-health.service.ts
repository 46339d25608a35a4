import { inject } from '@needle-di/core'
import { HOUR } from '@twinlock/shared/durations'
import type { Origin } from '../../events/event.types.js'
import { systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { Background } from '../../platform/jobs/background.js'
import { Logger } from '../../platform/logging/logger.js'
import { isProviderFault, type SsoFailureError } from '../provider/sso-failure.js'
import { SsoConnectionStore } from './sso-connection.store.js'

/** How stale the time of the last good sign-in may be. */
const WORKED_INTERVAL = HOUR

/** Whether a connection works, as its Admins see it, and what was refused, as the audit log does. */
export class ConnectionHealthService {
  constructor(
    private readonly store = inject(SsoConnectionStore),
    private readonly relay = inject(EventRelay),
    private readonly background = inject(Background),
    private readonly logger = inject(Logger),
    private readonly clock = inject(Clock),
  ) {}

  async noteWorked({ _id, sso }: { _id: string; sso: SsoConnection }): Promise<void> {
    const now = this.clock.now()
    const isRecent = sso.workedAt && now.getTime() - sso.workedAt.getTime() < WORKED_INTERVAL
    if (!isRecent || sso.trouble) await this.store.noteWorked(_id, sso.issuer, now)
  }

  /** One audit record for each refusal; its detail is for the log. */
  recordFailure(network: NetworkDocument, { reason, detail }: SsoFailureError, origin: Origin): void {
    const at = this.clock.now()
    this.logger.warn({ network: network._id, reason, detail }, 'A company sign-in failed')
    const event = { type: 'sso.sign_in_refused' as const, reason, ...systemEventOf(network, at), origin }
    this.background.run('company sign-in refused', async () => {
      await this.relay.emit(event)
      if (network.sso && isProviderFault(reason))
        await this.store.recordFailure(network._id, network.sso.issuer, { at, reason })
    })
  }
}
