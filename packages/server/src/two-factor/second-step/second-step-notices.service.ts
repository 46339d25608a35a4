import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { TooManyGuesses } from '../../domain/attempt-limit.js'
import type { Evidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { OperatorAlarmsService } from '../../notifications/operator-alarms.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { addressBlockOf } from '../../platform/http/addresses.js'
import { Background } from '../../platform/jobs/background.js'
import { FixedWindowStore } from '../../platform/mongo/fixed-window.store.js'
import { UnfinishedSignInsService } from '../../sessions/unfinished-sign-ins.service.js'
import type { ReservedGuess } from './second-step.store.js'

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
    if (method === 'BACKUP_CODE') this.relay.dispatchSoon('accounts', _id)
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

  /** One event for each lock, not for each try: the event's id identifies the lock. */
  locked(accountId: string, { retryAt, remedy }: TooManyGuesses, origin: Origin): void {
    this.background.run('second steps locked', async () => {
      const account = await this.profiles.byId(accountId)
      if (!account) return
      const base = eventOf(account, origin, this.clock.now())
      const id = `locked:${accountId}:${retryAt.getTime()}`
      await this.relay.emit({ type: 'sign_in.locked', untilReset: remedy === 'RESET_PASSWORD', ...base, id })
    })
  }
}

/**
 * Counts failed second steps by address block and in total: an attacker with many leaked passwords stays below the
 * limits of each account. It refuses no request, since colleagues share an address; the operator is alarmed once an hour.
 */
export class SecondStepWatchService {
  constructor(
    private readonly windows = inject(FixedWindowStore),
    private readonly alarms = inject(OperatorAlarmsService),
    private readonly clock = inject(Clock),
  ) {}

  async failed(address: string): Promise<void> {
    const { perAddress, inAll } = limits.secondStepAlarm
    const block = addressBlockOf(address)
    await this.#count(`second-step:address:${block}`, perAddress, `from ${block}`)
    await this.#count('second-step:all', inAll, 'from all addresses together')
  }

  async #count(key: string, threshold: number, from: string): Promise<void> {
    const { windowMs } = limits.secondStepAlarm
    const at = this.clock.now()
    const { count, endsAt } = await this.windows.count(key, windowMs, at)
    // Exactly once for each window, whichever server counts.
    if (count !== threshold) return
    await this.alarms.raise({
      kind: 'second_step_guesses',
      id: `${key}:${endsAt.getTime()}`,
      subject: 'Many failed second steps',
      lines: [
        `${count} second steps have failed ${from} within an hour, after right passwords.`,
        'Someone may be trying leaked passwords. The audit log names the accounts (sign_in.second_step_failed). ' +
          'Block the address in front of Twinlock, and ask those people to choose a new password.',
      ],
      at,
    })
  }
}
