import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { accountOvertaken } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { SetUpGuardService } from '../set-up/set-up-guard.service.js'
import { newBackupCodes, openBackupCodes } from './backup-code-seal.js'
import { BackupCodesStore } from './backup-codes.store.js'

export interface Sheet {
  codes: { code: string; usedAt: Date | null }[]
  generatedAt: Date
}

export class BackupCodesService {
  constructor(
    private readonly store = inject(BackupCodesStore),
    private readonly guard = inject(SetUpGuardService),
    private readonly sessions = inject(SessionService),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** Written down and mailed before it is shown. @throws Interruption what `requireProofFor` says */
  async reveal(caller: SessionCaller, origin: Origin): Promise<Sheet> {
    await this.guard.requireProofFor(caller, ['BACKUP_CODE'])
    const { account } = caller
    const now = this.clock.now()
    const codes = await openBackupCodes(this.keyRing, account)
    await this.store.noteShown(account._id, { type: 'backup_code.shown', ...eventOf(account, origin, now) })
    this.#dispatchSoon(account)
    return { codes, generatedAt: account.backupCodesGeneratedAt ?? account.createdAt }
  }

  /** The old sheet stops working with the same write. @throws Interruption what `requireProofFor` says */
  async regenerate(caller: SessionCaller, origin: Origin): Promise<{ sheet: Sheet; caller: SessionCaller }> {
    await this.guard.requireProofFor(caller, ['BACKUP_CODE'])
    const now = this.clock.now()
    const { plain, stored } = await newBackupCodes(this.keyRing, caller.account._id)
    const event = { type: 'backup_code.regenerated' as const, ...eventOf(caller.account, origin, now) }
    const account = await this.store.replace(caller.account, stored, now, event)
    if (!account) throw accountOvertaken()
    this.#dispatchSoon(account)
    const next = await this.sessions.follow(caller, account)
    return { sheet: { codes: plain.map((code) => ({ code, usedAt: null })), generatedAt: now }, caller: next }
  }

  #dispatchSoon(account: AccountDocument): void {
    this.relay.dispatchSoon('accounts', account._id)
  }
}
