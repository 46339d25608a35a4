import { limits } from '@twinlock/shared/limits'
import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { ApiKeysService } from '../api-keys/api-keys.service.js'
import type { EventRelay } from '../events/event-relay.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import type { Clock } from '../platform/clock/clock.js'
import type { Background } from '../platform/jobs/background.js'
import type { Logger } from '../platform/logging/logger.js'
import type { SigningKeysService } from '../signing-keys/signing-keys.service.js'
import type { PasskeyStep } from '../two-factor/passkey/passkey.step.js'
import type { SecondStepService } from '../two-factor/second-step/second-step.service.js'
import type { SecondStepNoticesService } from '../two-factor/second-step/second-step-notices.service.js'
import type { SmsCodeService } from '../two-factor/sms/sms-code.service.js'
import { verificationModel } from './verification.model.js'
import { VerificationStore } from './verification.store.js'
import { VerificationAnswersService } from './verification-answers.service.js'
import { VerificationEndingService } from './verification-ending.service.js'
import { VerificationRequestResolver } from './verification-request.resolver.js'
import { VerificationsResolver } from './verifications.resolver.js'
import { VerificationsService } from './verifications.service.js'

export interface VerificationDeps {
  connection: Connection
  environment: { publicUrl: string }
  clock: Clock
  signingKeys: SigningKeysService
  logger: Logger
  background: Background
  relay: EventRelay
  profiles: ProfileStore
  membershipStore: MembershipStore
  access: AccessService
  apiKeys: ApiKeysService
  twoFactor: {
    secondStep: SecondStepService
    secondStepNotices: SecondStepNoticesService
    smsCodes: SmsCodeService
    passkeyStep: PasskeyStep
  }
}

/** Makes the room: other apps ask whether it is really somebody, now. */
export function composeVerification(deps: VerificationDeps) {
  const { connection, environment, clock, logger, background, relay, profiles, access, twoFactor } = deps
  const store = new VerificationStore(verificationModel(connection))
  const ending = new VerificationEndingService(store, profiles, relay, background, logger, clock)
  const verifications = new VerificationsService(
    store,
    ending,
    deps.apiKeys,
    deps.membershipStore,
    profiles,
    deps.signingKeys,
    relay,
    background,
    clock,
    environment.publicUrl,
  )
  const { secondStep, secondStepNotices, smsCodes, passkeyStep } = twoFactor
  const answers = new VerificationAnswersService(
    store,
    ending,
    access,
    secondStep,
    secondStepNotices,
    smsCodes,
    passkeyStep,
    clock,
  )
  const resolvers: object[] = [
    new VerificationsResolver(access, verifications),
    new VerificationRequestResolver(answers, clock),
  ]
  const jobs = [{ name: 'end verifications', every: 10_000, run: () => ending.endOver() }]
  const sweep = async (now: Date) => {
    await store.sweep(new Date(now.getTime() - limits.verification.keptFor))
  }
  return { resolvers, jobs, sweep }
}
