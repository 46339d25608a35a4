import type { AccessService } from '../access/access.service.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { AuditStore } from '../audit/audit.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import type { NetworkStore } from '../networks/network.store.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { Background } from '../platform/jobs/background.js'
import type { Logger } from '../platform/logging/logger.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import type { composeTwoFactor } from '../two-factor/compose-two-factor.js'
import { CancellingService } from './cancelling.service.js'
import { GrantingService } from './granting.service.js'
import { RecoveryResolver } from './recovery.resolver.js'
import { RecoveryNoticesService } from './recovery-notices.service.js'
import { UndeliveredWarningService } from './undelivered-warning.service.js'

export interface RecoveryDeps {
  clock: Clock
  keyRing: KeyRing
  logger: Logger
  background: Background
  relay: EventRelay
  outbox: Outbox
  acts: SlidingLimitStore
  audit: AuditStore
  profiles: ProfileStore
  networkStore: NetworkStore
  membershipStore: MembershipStore
  doors: DoorsService
  access: AccessService
  twoFactor: ReturnType<typeof composeTwoFactor>
}

/** Makes the room: an Admin helps somebody back in, and the person may say that it was not them who asked. */
export function composeRecovery(deps: RecoveryDeps) {
  const { clock, keyRing, logger, background, relay, outbox, acts, profiles, networkStore, membershipStore, doors } =
    deps
  const { reEnrolments, reEnrolmentStore, smsCodes, smsBudget } = deps.twoFactor
  const granting = new GrantingService(
    reEnrolmentStore,
    reEnrolments,
    profiles,
    membershipStore,
    doors,
    acts,
    relay,
    background,
    clock,
  )
  const cancelling = new CancellingService(reEnrolmentStore, networkStore, keyRing, relay, background, clock)
  const notices = new RecoveryNoticesService(
    profiles,
    reEnrolments,
    smsCodes,
    smsBudget,
    outbox,
    keyRing,
    logger,
    clock,
  )
  const resolvers: object[] = [new RecoveryResolver(deps.access, granting, cancelling)]
  return { resolvers, notices, undeliveredWarnings: new UndeliveredWarningService(deps.audit, relay, clock) }
}
