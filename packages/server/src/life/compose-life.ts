import type { Connection } from 'mongoose'
import { accountModel } from '../accounts/account.model.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import { networkModel } from '../networks/network.model.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { PasswordHasher } from '../platform/crypto/password-hasher.js'
import type { Background } from '../platform/jobs/background.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import type { SessionService } from '../sessions/session.service.js'
import type { SecondStepService } from '../two-factor/second-step/second-step.service.js'
import { RestingOwnersStore } from './deletion/resting-owners.store.js'
import { EmailChangeResolver } from './email/email-change.resolver.js'
import { EmailChangeService } from './email/email-change.service.js'
import { EmailChangeStore } from './email/email-change.store.js'
import { EmailUndoService } from './email/email-undo.service.js'
import { LifeNoticesService } from './life-notices.service.js'

interface LifeDeps {
  connection: Connection
  clock: Clock
  keyRing: KeyRing
  background: Background
  relay: EventRelay
  outbox: Outbox
  acts: SlidingLimitStore
  hasher: PasswordHasher
  profiles: ProfileStore
  sessions: SessionService
  doors: DoorsService
  secondStep: SecondStepService
}

/** What happens to an account or a network once in its life: another address, and the end. */
export function composeLife(deps: LifeDeps) {
  const { connection, clock, keyRing, background, relay, outbox, acts, hasher, profiles, sessions, doors } = deps
  const emails = new EmailChangeStore(accountModel(connection))
  const restingOwners = new RestingOwnersStore(networkModel(connection))
  const changes = new EmailChangeService(
    emails,
    profiles,
    doors,
    sessions,
    deps.secondStep,
    acts,
    outbox,
    keyRing,
    relay,
    background,
    clock,
  )
  const undos = new EmailUndoService(
    emails,
    hasher,
    (accountId) => restingOwners.restore(accountId),
    outbox,
    keyRing,
    relay,
    background,
    clock,
  )
  return {
    notices: new LifeNoticesService(outbox, keyRing),
    resolvers: [new EmailChangeResolver(changes, undos)] as object[],
    sweep: () => emails.release(clock.now()),
  }
}
