import type { Connection } from 'mongoose'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { AuditStore } from '../audit/audit.store.js'
import type { Environment } from '../environment.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import { invitationModel } from '../memberships/invitation.model.js'
import { InvitationStore } from '../memberships/invitation.store.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { PasswordHasher } from '../platform/crypto/password-hasher.js'
import type { Background } from '../platform/jobs/background.js'
import type { Logger } from '../platform/logging/logger.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import type { SessionService } from '../sessions/session.service.js'
import type { TrustedDeviceService } from '../sessions/trusted-device.service.js'
import { ActivityResolver } from './activity/activity.resolver.js'
import { LocaleResolver } from './locale/locale.resolver.js'
import { NameResolver } from './name/name.resolver.js'
import { NameService } from './name/name.service.js'
import { PasswordResolver } from './password/password.resolver.js'
import { PasswordService } from './password/password.service.js'
import { PasswordCheckService } from './password/password-check.service.js'
import { PasswordGuessStore } from './password/password-guess.store.js'
import { signUpModel } from './sign-up/sign-up.model.js'
import { SignUpResolver } from './sign-up/sign-up.resolver.js'
import { SignUpService } from './sign-up/sign-up.service.js'
import { SignUpStore } from './sign-up/sign-up.store.js'
import { SignUpAdmission } from './sign-up/sign-up-admission.js'
import { TrustedDevicesResolver } from './trusted-devices/trusted-devices.resolver.js'

interface ProfileDeps {
  environment: Environment
  connection: Connection
  clock: Clock
  keyRing: KeyRing
  logger: Logger
  background: Background
  relay: EventRelay
  outbox: Outbox
  acts: SlidingLimitStore
  hasher: PasswordHasher
  audit: AuditStore
  profiles: ProfileStore
  sessions: SessionService
  devices: TrustedDeviceService
  doors: DoorsService
}

/** What somebody does with their own account: sign-up, password, name, activity, trusted devices. */
export function composeProfile(deps: ProfileDeps) {
  const { connection, clock, keyRing, logger, background, relay, outbox, acts, hasher, audit, profiles, sessions } =
    deps
  const signUpStore = new SignUpStore(signUpModel(connection))
  const passwordGuesses = new PasswordGuessStore(connection)
  const passwords = new PasswordCheckService(hasher, passwordGuesses, relay, background, logger, clock)
  const invitations = new InvitationStore(invitationModel(connection))
  const signUps = new SignUpService(
    new SignUpAdmission(deps.environment.signUp, invitations, clock),
    signUpStore,
    profiles,
    sessions,
    acts,
    outbox,
    hasher,
    keyRing,
    relay,
    background,
    clock,
  )
  const changes = new PasswordService(profiles, sessions, acts, outbox, hasher, relay, background, clock)
  const resolvers: object[] = [
    new SignUpResolver(signUps),
    new PasswordResolver(changes),
    new ActivityResolver(audit),
    new LocaleResolver(profiles),
    new NameResolver(new NameService(profiles, sessions, relay, background, clock)),
    new TrustedDevicesResolver(deps.doors, deps.devices),
  ]
  return {
    passwords,
    resolvers,
    async sweep() {
      await signUpStore.sweep(clock.now())
      await passwordGuesses.sweep(clock.now())
    },
  }
}
