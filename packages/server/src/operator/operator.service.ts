import { inject } from '@needle-di/core'
import { totpStepAt } from '../domain/totp-step.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { reSeal, SealedSources } from '../platform/crypto/re-seal.js'
import { AfterSessionsEnded } from '../sessions/session.service.js'
import { SessionStore } from '../sessions/session.store.js'
import { SignInStore } from '../sessions/sign-in.store.js'
import { OperatorStore } from './operator.store.js'

/** What concerns everyone at once, for the person at the server's command line. */
export class OperatorService {
  constructor(
    private readonly store = inject(OperatorStore),
    private readonly sessions = inject(SessionStore),
    private readonly signIns = inject(SignInStore),
    private readonly keyRing = inject(KeyRing),
    private readonly sealedSources = inject(SealedSources),
    private readonly clock = inject(Clock),
    private readonly afterSessionsEnded = inject(AfterSessionsEnded),
  ) {}

  /**
   * Ends every session and sign-in in progress, forgets trusted devices and open reset links, and marks every TOTP step
   * up to now as used. To be run after a backup was restored: codes spent since then stay spent.
   */
  async endAllSessions(): Promise<{ accounts: number; sessions: number }> {
    const accounts = await this.store.endEverything(totpStepAt(this.clock.now()))
    const sessions = (await this.sessions.endAll()) + (await this.signIns.endAll())
    await this.afterSessionsEnded(null)
    return { accounts, sessions }
  }

  /** Brings every sealed secret under the newest key. @returns how many were under an older one */
  async rotateKeys(): Promise<number> {
    let count = 0
    for (const ofRoom of this.sealedSources) count += await reSeal(this.keyRing, ofRoom())
    return count
  }
}
