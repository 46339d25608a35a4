import type { Connection } from 'mongoose'
import type { AccountModel } from '../accounts/account.model.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { Environment } from '../environment.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import type { OperatorAlarmsService } from '../notifications/operator-alarms.service.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { Background } from '../platform/jobs/background.js'
import type { Logger } from '../platform/logging/logger.js'
import { FixedWindowStore } from '../platform/mongo/fixed-window.store.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import type { PasswordCheckService } from '../profile/password/password-check.service.js'
import type { SessionService } from '../sessions/session.service.js'
import type { SessionStore } from '../sessions/session.store.js'
import type { SignInStore } from '../sessions/sign-in.store.js'
import type { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import type { UnfinishedSignInsService } from '../sessions/unfinished-sign-ins.service.js'
import { AccountTwoFactorResolver } from './account-two-factor.resolver.js'
import { AuthenticatorAppStep } from './authenticator-app/authenticator-app.step.js'
import { AuthenticatorSetUpResolver } from './authenticator-app/authenticator-set-up.resolver.js'
import { AuthenticatorSetUpService } from './authenticator-app/authenticator-set-up.service.js'
import { BackupCodeStep } from './backup-codes/backup-code.step.js'
import { BackupCodesResolver } from './backup-codes/backup-codes.resolver.js'
import { BackupCodesService } from './backup-codes/backup-codes.service.js'
import { BackupCodesStore } from './backup-codes/backup-codes.store.js'
import { FactorsResolver } from './factors/factors.resolver.js'
import { FactorsService } from './factors/factors.service.js'
import { MailboxCodeService } from './mailbox-proof/mailbox-code.service.js'
import { MailboxProofService } from './mailbox-proof/mailbox-proof.service.js'
import { PasskeyStep } from './passkey/passkey.step.js'
import { PasskeySetUpResolver } from './passkey/passkey-set-up.resolver.js'
import { PasskeySetUpService } from './passkey/passkey-set-up.service.js'
import { relyingPartyOf } from './passkey/relying-party.js'
import { ReEnrolmentService } from './re-enrolment/re-enrolment.service.js'
import { ReEnrolmentStore } from './re-enrolment/re-enrolment.store.js'
import { ReauthenticationResolver } from './reauthentication/reauthentication.resolver.js'
import { ReauthenticationService } from './reauthentication/reauthentication.service.js'
import { SealedSecretsService } from './sealed-secrets/sealed-secrets.service.js'
import { SealedSecretsStore } from './sealed-secrets/sealed-secrets.store.js'
import type { SecondSteps } from './second-step/second-step.js'
import { SecondStepService } from './second-step/second-step.service.js'
import { SecondStepStore } from './second-step/second-step.store.js'
import { SecondStepNoticesService } from './second-step/second-step-notices.service.js'
import { SecondStepWatchService } from './second-step/second-step-watch.service.js'
import { ConfirmSetUpService } from './set-up/confirm-set-up.service.js'
import { SetUpStore } from './set-up/set-up.store.js'
import { SetUpGuardService } from './set-up/set-up-guard.service.js'
import { SetUpProgressResolver } from './set-up/set-up-progress.resolver.js'
import { SmsStep } from './sms/sms.step.js'
import { SmsBudgetService } from './sms/sms-budget.service.js'
import { SmsBudgetStore } from './sms/sms-budget.store.js'
import { SmsCodeService } from './sms/sms-code.service.js'
import { SmsSetUpResolver } from './sms/sms-set-up.resolver.js'
import { SmsSetUpService } from './sms/sms-set-up.service.js'

export interface TwoFactorDeps {
  connection: Connection
  environment: Pick<Environment, 'publicUrl' | 'productName' | 'sms' | 'smsCountries' | 'smsMonthlyCap'>
  clock: Clock
  keyRing: KeyRing
  logger: Logger
  background: Background
  relay: EventRelay
  outbox: Outbox
  acts: SlidingLimitStore
  accounts: AccountModel
  profiles: ProfileStore
  sessions: SessionService
  sessionStore: SessionStore
  signInsInProgress: SignInProgressService
  signInStore: SignInStore
  unfinishedSignIns: UnfinishedSignInsService
  membershipStore: MembershipStore
  doors: DoorsService
  passwords: PasswordCheckService
  alarms: OperatorAlarmsService
  countText(country: string): void
}

/** Makes the room: everything an account's second step consists of. */
export function composeTwoFactor(deps: TwoFactorDeps) {
  const {
    connection,
    environment,
    clock,
    keyRing,
    logger,
    background,
    relay,
    outbox,
    acts,
    accounts,
    profiles,
    sessions,
    sessionStore,
  } = deps
  const { signInsInProgress, signInStore, doors, passwords } = deps
  const isSmsAvailable = environment.sms.kind !== 'none'
  const settings = {
    isAvailable: isSmsAvailable,
    countries: environment.smsCountries,
    monthlyCap: environment.smsMonthlyCap,
  }

  const relyingParty = relyingPartyOf(environment.publicUrl, environment.productName)
  const setUpStore = new SetUpStore(accounts)
  const secondSteps = new SecondStepStore(accounts)
  const passkeyStep = new PasskeyStep(secondSteps, profiles, clock, relyingParty)
  const steps: SecondSteps = {
    AUTHENTICATOR_APP: new AuthenticatorAppStep(secondSteps, keyRing, clock),
    SMS: new SmsStep(secondSteps, keyRing, clock),
    PASSKEY: passkeyStep,
    BACKUP_CODE: new BackupCodeStep(secondSteps, keyRing, clock),
  }
  const secondStep = new SecondStepService(steps, secondSteps, profiles, clock)
  const watchWindows = new FixedWindowStore(connection)
  const watch = new SecondStepWatchService(watchWindows, deps.alarms, clock)
  const secondStepNotices = new SecondStepNoticesService(
    profiles,
    relay,
    watch,
    deps.unfinishedSignIns,
    background,
    clock,
  )
  const smsBudget = new SmsBudgetService(
    new SmsBudgetStore(connection),
    acts,
    keyRing,
    clock,
    logger,
    settings,
    deps.countText,
  )
  const smsCodes = new SmsCodeService(outbox, smsBudget, keyRing, clock)
  const mailboxCodes = new MailboxCodeService(outbox, acts, keyRing, clock)
  const mailboxProofs = new MailboxProofService(sessionStore, signInStore, secondStep, mailboxCodes, clock)
  const reEnrolments = new ReEnrolmentService(doors, deps.membershipStore, clock)
  const guard = new SetUpGuardService(doors, reEnrolments, clock)
  const confirmation = new ConfirmSetUpService(
    setUpStore,
    secondStep,
    sessions,
    signInsInProgress,
    reEnrolments,
    keyRing,
    relay,
    background,
    clock,
  )
  const authenticator = new AuthenticatorSetUpService(
    setUpStore,
    guard,
    confirmation,
    keyRing,
    clock,
    environment.productName,
  )
  const sms = new SmsSetUpService(setUpStore, guard, confirmation, smsCodes, smsBudget, keyRing, clock)
  const passkeys = new PasskeySetUpService(setUpStore, guard, confirmation, clock, relyingParty)
  const backupCodes = new BackupCodesService(
    new BackupCodesStore(accounts),
    sessions,
    keyRing,
    relay,
    background,
    clock,
  )
  const factors = new FactorsService(setUpStore, doors, sessions, relay, background, clock)
  const reauthentication = new ReauthenticationService(
    sessionStore,
    sessions,
    passwords,
    secondStep,
    secondStepNotices,
    smsCodes,
    passkeyStep,
    clock,
  )

  const resolvers: object[] = [
    new AccountTwoFactorResolver(doors),
    new AuthenticatorSetUpResolver(authenticator),
    new SmsSetUpResolver(sms),
    new PasskeySetUpResolver(passkeys),
    new SetUpProgressResolver(doors, guard, authenticator, sms, mailboxProofs, isSmsAvailable, passkeys.isAvailable),
    new BackupCodesResolver(backupCodes),
    new FactorsResolver(factors),
    new ReauthenticationResolver(reauthentication),
  ]
  const sealedSecrets = new SealedSecretsService(new SealedSecretsStore(accounts), keyRing)
  const reEnrolmentStore = new ReEnrolmentStore(accounts)
  return {
    resolvers,
    sealedSecrets,
    secondStep,
    secondStepNotices,
    smsBudget,
    smsCodes,
    mailboxCodes,
    mailboxProofs,
    passkeyStep,
    relyingParty,
    reEnrolments,
    reEnrolmentStore,
  }
}
