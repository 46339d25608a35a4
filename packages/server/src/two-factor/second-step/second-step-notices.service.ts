import { inject } from '@needle-di/core'
import type { AttemptRemedy, SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Evidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { Background } from '../../platform/jobs/background.js'
import { UnfinishedSignInsService } from '../../sessions/unfinished-sign-ins.service.js'
import type { ReservedGuess } from './second-step.store.js'
import { SecondStepWatchService } from './second-step-watch.service.js'

/** Notifies people of guesses at their second step, wherever they are made. */
export class SecondStepNoticesService {
  constructor(
    private readonly profiles = inject(ProfileStore),
    private readonly relay = inject(EventRelay),
    private readonly watch = inject(SecondStepWatchService),
    private readonly unfinished = inject(UnfinishedSignInsService),
    private readonly background = inject(Background),
    private readonly clock = inject(Clock),
  ) {}

  /** A backup code carries its event in the account; any other method is reported by what it opens. */
  accepted({ _id }: AccountDocument, { method }: Pick<Evidence, 'method'>): void {
    if (method === 'BACKUP_CODE') this.relay.passOn('accounts', _id)
  }

  /** @param where a sign-in is counted together with the account's other unfinished ones */
  failed(
    { account, guesses }: ReservedGuess,
    method: SecondStepMethod,
    origin: Origin,
    where: 'sign-in' | 'session',
  ): void {
    const base = eventOf(account, origin, this.clock.now())
    const event = { type: 'sign_in.second_step_failed' as const, method, isFirst: guesses === 1, ...base }
    this.background.run('second step failed', () =>
      Promise.all([
        this.relay.emit(event),
        this.watch.failed(origin.address),
        where === 'sign-in'
          ? this.unfinished.failedInSignIn(account)
          : this.unfinished.failedInSession(account, guesses, origin),
      ]),
    )
  }

  /** One event for each lock, not for each try: the event's id identifies the lock. BEGIN_AGAIN is no lock. */
  locked(accountId: string, { retryAt, remedy }: { retryAt: Date; remedy: AttemptRemedy }, origin: Origin): void {
    if (remedy === 'BEGIN_AGAIN') return
    this.background.run('second steps locked', async () => {
      const account = await this.profiles.byId(accountId)
      if (!account) return
      const base = eventOf(account, origin, this.clock.now())
      const id = `locked:${accountId}:${retryAt.getTime()}`
      await this.relay.emit({ type: 'sign_in.locked', untilReset: remedy === 'RESET_PASSWORD', ...base, id })
    })
  }
}
