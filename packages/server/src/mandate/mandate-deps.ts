import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { AuditStore } from '../audit/audit.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import type { NetworkStore } from '../networks/network.store.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { Background } from '../platform/jobs/background.js'

/** What the room is built on. */
export interface MandateDeps {
  connection: Connection
  environment: { isWorker: boolean }
  clock: Clock
  background: Background
  relay: EventRelay
  outbox: Outbox
  audit: AuditStore
  profiles: ProfileStore
  networkStore: NetworkStore
  doors: DoorsService
  access: AccessService
}
