import { inject } from '@needle-di/core'
import { AppSessionsService } from './app-sessions.service.js'
import { BackChannelLogoutService } from './back-channel-logout.service.js'

/** An account or a network is about to be erased: its apps are notified now, once, since nothing will be left to retry. */
export class ErasedAccessService {
  constructor(
    private readonly appSessions = inject(AppSessionsService),
    private readonly logouts = inject(BackChannelLogoutService),
  ) {}

  async end(whose: { accountId: string } | { networkId: string }): Promise<void> {
    await this.appSessions.endBeforeErasure(whose)
    await this.logouts.deliverDue()
  }
}
