import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import { accountModel } from '../accounts/account.model.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import { networkModel } from '../networks/network.model.js'
import type { NetworkStore } from '../networks/network.store.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { DeparturesService } from '../people/members/departures.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { PasswordHasher } from '../platform/crypto/password-hasher.js'
import type { Background } from '../platform/jobs/background.js'
import type { Job } from '../platform/jobs/worker.js'
import type { Logger } from '../platform/logging/logger.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import type { SessionService } from '../sessions/session.service.js'
import type { SecondStepService } from '../two-factor/second-step/second-step.service.js'
import { AccountDeletionResolver } from './deletion/account-deletion.resolver.js'
import { AccountDeletionService } from './deletion/account-deletion.service.js'
import { AccountDeletionStore } from './deletion/account-deletion.store.js'
import { RestingOwnersStore } from './deletion/resting-owners.store.js'
import { EmailChangeResolver } from './email/email-change.resolver.js'
import { EmailChangeService } from './email/email-change.service.js'
import { EmailChangeStore } from './email/email-change.store.js'
import { EmailUndoService } from './email/email-undo.service.js'
import { AccountErasureService } from './erasure/account-erasure.service.js'
import { NetworkErasureService } from './erasure/network-erasure.service.js'
import { NetworkTracesStore } from './erasure/network-traces.store.js'
import { TracesStore } from './erasure/traces.store.js'
import { ExportResolver } from './export/export.resolver.js'
import { ExportService } from './export/export.service.js'
import { ExportStore } from './export/export.store.js'
import { LifeNoticesService } from './life-notices.service.js'
import { NetworkEndResolver } from './network/network-end.resolver.js'
import { NetworkEndService } from './network/network-end.service.js'
import { NetworkEndStore } from './network/network-end.store.js'

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
  access: AccessService
  networkStore: NetworkStore
  membershipStore: MembershipStore
  departures: DeparturesService
  logger: Logger
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
  const { networkStore, membershipStore, departures, logger } = deps
  const deletionStore = new AccountDeletionStore(accountModel(connection))
  const deletions = new AccountDeletionService(deletionStore, restingOwners, profiles, doors, relay, background, clock)
  const accountErasure = new AccountErasureService(
    deletionStore,
    new TracesStore(connection),
    networkStore,
    membershipStore,
    departures,
    relay,
    logger,
    clock,
  )
  const ends = new NetworkEndStore(networkModel(connection))
  const networkErasure = new NetworkErasureService(ends, new NetworkTracesStore(connection), clock)
  const networkEnds = new NetworkEndService(ends, networkStore, membershipStore, relay, background, clock)
  const exports = new ExportService(new ExportStore(connection), acts, outbox, relay, clock)
  return {
    accountErasure,
    networkErasure,
    jobs: [
      {
        name: 'erase what is due',
        every: 300_000,
        run: async () => {
          await deletions.restoreLeftBehind()
          await accountErasure.eraseDue()
          await networkErasure.eraseDue()
        },
      },
    ] satisfies Job[],
    notices: new LifeNoticesService(outbox, keyRing),
    resolvers: [
      new EmailChangeResolver(changes, undos),
      new AccountDeletionResolver(deletions),
      new NetworkEndResolver(deps.access, networkEnds),
      new ExportResolver(exports),
    ] as object[],
    sweep: () => emails.release(clock.now()),
  }
}
