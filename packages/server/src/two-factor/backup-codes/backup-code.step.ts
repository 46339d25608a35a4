import { inject } from '@needle-di/core'
import { backupCodeOf } from '@twinlock/shared/code-input'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import {
  accepted,
  type SecondStep,
  type SecondStepVerdict,
  type StepHolder,
  used,
  wrong,
} from '../second-step/second-step.js'
import { type ReservedGuess, SecondStepStore } from '../second-step/second-step.store.js'
import { macOfBackupCode } from './backup-code-seal.js'

/** A backup code, each good once. */
export class BackupCodeStep implements SecondStep {
  constructor(
    private readonly store = inject(SecondStepStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async verify(guess: ReservedGuess, typed: string, _: StepHolder, origin: Origin): Promise<SecondStepVerdict> {
    const code = backupCodeOf(typed)
    if (!code) return wrong
    const { account } = guess
    const macs = macOfBackupCode(this.keyRing, account._id, code)
    const found = account.backupCodes.find((stored) => macs.includes(stored.mac))
    if (!found) return wrong
    if (found.usedAt) return used
    const now = this.clock.now()
    const left = account.backupCodes.filter((stored) => !stored.usedAt).length - 1
    const event = { type: 'backup_code.used' as const, left, ...eventOf(account, origin, now) }
    // `$elemMatch` holds both conditions to one code. A path such as `backupCodes.2.usedAt` compared with null would
    // match any sheet, because MongoDB also looks for a field named "2".
    const isUnused = { backupCodes: { $elemMatch: { id: found.id, usedAt: null } } }
    const spent = await this.store.accept(guess, isUnused, { 'backupCodes.$.usedAt': now }, event)
    return accepted({ method: 'BACKUP_CODE', at: now }, spent)
  }
}
