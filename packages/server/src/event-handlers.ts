import { AppChecksService } from './apps/held/app-checks.service.js'
import { AuditStore } from './audit/audit.store.js'
import { type EventHandler, oneByOne } from './events/event-handler.js'
import { AdminNoticesService } from './integrations/admin-notices.service.js'
import { LifeNoticesService } from './life/life-notices.service.js'
import { MandateFollower } from './mandate/mandate-follower.js'
import { CopiesService } from './memberships/copies.service.js'
import { MetricsService } from './metrics/metrics.service.js'
import { noticesFor } from './notifications/notices-for.js'
import { Outbox } from './outbox/outbox.service.js'
import { Clock } from './platform/clock/clock.js'
import type { Get } from './platform/container.js'
import { RecoveryNoticesService } from './recovery/recovery-notices.service.js'
import { SsoNoticesService } from './sso/notices/sso-notices.service.js'
import { WebhookFanOutService } from './webhooks/webhook-fan-out.service.js'

/** Every handler of events, in the order in which they run. */
export function eventHandlers(get: Get): readonly EventHandler[] {
  return [
    { name: 'copies', handle: (events) => get(CopiesService).follow(events) },
    oneByOne('metrics', async (event) => get(MetricsService).follow(event)),
    { name: 'audit', handle: (events) => get(AuditStore).append(events, get(Clock).now()) },
    { name: 'notices', handle: (events) => get(Outbox).put(events.flatMap(noticesFor)) },
    oneByOne('mandate', (event) => get(MandateFollower).follow(event)),
    oneByOne('sso notices', (event) => get(SsoNoticesService).follow(event)),
    { name: 'webhooks', handle: (events) => get(WebhookFanOutService).follow(events) },
    oneByOne('admin notices', (event) => get(AdminNoticesService).follow(event)),
    oneByOne('recovery notices', (event) => get(RecoveryNoticesService).follow(event)),
    oneByOne('apps', (event) => get(AppChecksService).follow(event)),
    oneByOne('life notices', (event) => get(LifeNoticesService).follow(event)),
  ]
}
