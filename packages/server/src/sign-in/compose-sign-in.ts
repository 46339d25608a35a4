import type { Connection } from 'mongoose'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { Background } from '../platform/jobs/background.js'
import type { PasswordCheckService } from '../profile/password/password-check.service.js'
import type { SessionService } from '../sessions/session.service.js'
import type { SignInStore } from '../sessions/sign-in.store.js'
import type { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import type { TrustedDeviceService } from '../sessions/trusted-device.service.js'
import type { composeTwoFactor } from '../two-factor/compose-two-factor.js'
import { MailboxProofResolver } from './mailbox-proof.resolver.js'
import { PasskeySignInResolver } from './passkey-sign-in.resolver.js'
import { PasskeySignInService } from './passkey-sign-in.service.js'
import { ReEnrollingResolver } from './re-enrolling.resolver.js'
import { ReEnrollingService } from './re-enrolling.service.js'
import { SecondStepResolver } from './second-step.resolver.js'
import { SecondStepOfSignInService } from './second-step-of-sign-in.service.js'
import { SignInResolver } from './sign-in.resolver.js'
import { SignInService } from './sign-in.service.js'
import { SignInAnswer } from './sign-in-answer.js'
import { SignInCodeService } from './sign-in-code.service.js'
import { SpentChallengeStore } from './spent-challenge.store.js'

export interface SignInDeps {
  connection: Connection
  keyRing: KeyRing
  clock: Clock
  background: Background
  relay: EventRelay
  profiles: ProfileStore
  sessions: SessionService
  signInsInProgress: SignInProgressService
  signInStore: SignInStore
  devices: TrustedDeviceService
  doors: DoorsService
  passwords: PasswordCheckService
  twoFactor: ReturnType<typeof composeTwoFactor>
}

/** Makes the room: the journey from a password to a session. */
export function composeSignIn(deps: SignInDeps) {
  const {
    connection,
    keyRing,
    clock,
    background,
    profiles,
    sessions,
    signInsInProgress,
    signInStore,
    devices,
    doors,
    passwords,
    twoFactor,
  } = deps
  const {
    secondStep,
    secondStepNotices,
    smsBudget,
    smsCodes,
    mailboxCodes,
    mailboxProofs,
    reEnrolments,
    passkeyStep,
    relyingParty,
  } = twoFactor
  const codes = new SignInCodeService(signInStore, smsCodes, smsBudget, mailboxCodes, background)
  const signIns = new SignInService(passwords, doors, sessions, signInsInProgress, devices, codes, reEnrolments, clock)
  const reEnrolling = new ReEnrollingService(signIns, signInsInProgress, reEnrolments, mailboxProofs, clock)
  const steps = new SecondStepOfSignInService(
    signInStore,
    secondStep,
    secondStepNotices,
    passkeyStep,
    sessions,
    signInsInProgress,
    devices,
    doors,
    clock,
  )
  const spentChallenges = new SpentChallengeStore(connection)
  const passkeySignIns = new PasskeySignInService(
    spentChallenges,
    passkeyStep,
    profiles,
    signIns,
    keyRing,
    clock,
    relyingParty,
  )
  const answer = new SignInAnswer(codes, reEnrolments)
  const resolvers: object[] = [
    new SignInResolver(signIns, signInsInProgress, answer),
    new SecondStepResolver(steps, signIns, codes, answer),
    new PasskeySignInResolver(passkeySignIns, answer),
    new ReEnrollingResolver(reEnrolling, answer),
    new MailboxProofResolver(mailboxProofs, signIns, answer),
  ]
  return { resolvers, sweep: () => spentChallenges.sweep(clock.now()) }
}
