import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { CodeExpired, InvalidCode, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { BackupCodeSheet } from '../backup-codes/backup-codes.types.js'
import type { ConfirmOutcome } from './confirm-set-up.service.js'
import { type ConfirmSetupResult, TwoFactorSetUp } from './set-up.types.js'

/** The answer to a confirming code, the same for each method; the browser goes on signed in. */
export function confirmAnswer(
  outcome: ConfirmOutcome,
  context: RequestContext,
  method: FactorMethod | null = null,
): typeof ConfirmSetupResult {
  switch (outcome.kind) {
    case 'set-up': {
      context.continueInSession(outcome.caller, outcome.token ?? undefined)
      const codes = outcome.backupCodes && {
        codes: outcome.backupCodes.codes.map((code) => ({ code, usedAt: null })),
        generatedAt: outcome.backupCodes.generatedAt,
      }
      return TwoFactorSetUp.of({
        viewer: new Viewer(outcome.caller),
        backupCodes: codes && BackupCodeSheet.from(codes),
      })
    }
    case 'wrong':
      return InvalidCode.wrong({ ...outcome, method })
    case 'expired':
      return CodeExpired.of({ message: 'This code or set-up has expired. Request a new code, or start again.' })
    case 'too-many':
      return TooManyAttempts.because(outcome)
  }
}
