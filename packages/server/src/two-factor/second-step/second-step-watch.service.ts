import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { OperatorAlarmsService } from '../../notifications/operator-alarms.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { addressBlockOf } from '../../platform/http/addresses.js'
import { FixedWindowStore } from '../../platform/mongo/fixed-window.store.js'

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
