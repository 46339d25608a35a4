import { InjectionToken, inject } from '@needle-di/core'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { AuthenticatorAppStep } from '../authenticator-app/authenticator-app.step.js'
import { BackupCodeStep } from '../backup-codes/backup-code.step.js'
import { PasskeyStep } from '../passkey/passkey.step.js'
import { SmsStep } from '../sms/sms.step.js'
import type { SecondStep } from './second-step.js'

/** Every way to prove the second step. */
export type SecondSteps = Readonly<Record<SecondStepMethod, SecondStep>>
export const SecondSteps = new InjectionToken<SecondSteps>('SecondSteps', {
  factory: () => ({
    AUTHENTICATOR_APP: inject(AuthenticatorAppStep),
    SMS: inject(SmsStep),
    PASSKEY: inject(PasskeyStep),
    BACKUP_CODE: inject(BackupCodeStep),
  }),
})
