import { inject } from '@needle-di/core'
import { Ctx, Mutation, Resolver } from 'type-graphql'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { BackupCodesService } from './backup-codes.service.js'
import { BackupCodeSheet, BackupCodesResult, TwoFactorIsOff } from './backup-codes.types.js'

@Resolver()
export class BackupCodesResolver {
  constructor(private readonly backupCodes = inject(BackupCodesService)) {}

  @Mutation(() => BackupCodesResult, { description: 'Needs fresh evidence. Logged, and mailed to the account.' })
  async revealBackupCodes(@Ctx() context: RequestContext): Promise<typeof BackupCodesResult> {
    const { account } = await context.requireSession()
    if (!hasTwoFactor(account)) return off()
    return BackupCodeSheet.from(await this.backupCodes.reveal(await context.requireFreshSession(), context.origin))
  }

  @Mutation(() => BackupCodesResult, { description: 'Needs fresh evidence. The old sheet stops working.' })
  async regenerateBackupCodes(@Ctx() context: RequestContext): Promise<typeof BackupCodesResult> {
    const { account } = await context.requireSession()
    if (!hasTwoFactor(account)) return off()
    const { sheet, caller } = await this.backupCodes.regenerate(await context.requireFreshSession(), context.origin)
    context.continueInSession(caller)
    return BackupCodeSheet.from(sheet)
  }
}

const off = () =>
  TwoFactorIsOff.of({ message: 'You get backup codes with your first method. Set up two-factor authentication.' })
