import { AppChecksService } from './apps/sessions/app-checks.service.js'
import { AuditStore } from './audit/audit.store.js'
import { type Consequence, callsFor, type EventHandler, type EventsFor } from './events/consequences.js'
import { AdminNoticesService } from './integrations/admin-notices.service.js'
import { LifeNoticesService } from './life/life-notices.service.js'
import { BroadcastsService } from './mandate/broadcasts/broadcasts.service.js'
import { CoverageService } from './mandate/coverage/coverage.service.js'
import { ExtensionMail } from './mandate/extensions/extension-mail.js'
import { CopiesService } from './memberships/copies.service.js'
import { MetricsService } from './metrics/metrics.service.js'
import { noticesFor } from './notifications/notices-for.js'
import { Outbox } from './outbox/outbox.service.js'
import { Clock } from './platform/clock/clock.js'
import type { Get } from './platform/container.js'
import { RecoveryNoticesService } from './recovery/recovery-notices.service.js'
import { SsoNoticesService } from './sso/notices/sso-notices.service.js'
import { WebhookFanOutService } from './webhooks/webhook-fan-out.service.js'

/** Every handler of events: the audit log, which keeps all of them, and one for each consequence that an event can have. */
export function eventHandlers(get: Get): readonly EventHandler[] {
  const coverage = oneByOne('coverage', (event) => get(CoverageService).follow(event))
  const broadcasts = oneByOne('broadcasts', (event) => get(BroadcastsService).follow(event))
  const extensionMail = oneByOne('extension mail', (event) => get(ExtensionMail).follow(event))
  return [
    {
      name: 'audit',
      isCalledFor: () => true,
      handle: (events) => get(AuditStore).append(events, get(Clock).now()),
    },
    together('copies', (events) => get(CopiesService).follow(events)),
    coverage,
    together('notices', (events) => get(Outbox).put(events.flatMap(noticesFor))),
    oneByOne('life notices', (event) => get(LifeNoticesService).follow(event)),
    extensionMail,
    oneByOne('recovery notices', (event) => get(RecoveryNoticesService).follow(event)),
    oneByOne('admin notices', (event) => get(AdminNoticesService).follow(event)),
    oneByOne('sso notices', (event) => get(SsoNoticesService).follow(event)),
    broadcasts,
    oneByOne('apps', (event) => get(AppChecksService).follow(event)),
    together('webhooks', (events) => get(WebhookFanOutService).follow(events)),
    oneByOne('metrics', async (event) => get(MetricsService).follow(event)),
    {
      // Retries stored by an earlier version, in which these three were one handler.
      name: 'mandate',
      isCalledFor: () => false,
      async handle(events) {
        for (const handler of [coverage, broadcasts, extensionMail]) await handler.handle(events)
      },
    },
  ]
}

function together<C extends Consequence>(
  name: C,
  follow: (events: readonly EventsFor<C>[]) => Promise<void>,
): EventHandler {
  return {
    name,
    isCalledFor: (event) => callsFor(event, name),
    handle: (events) => follow(events.filter((event) => callsFor(event, name))),
  }
}

/** For what has nothing to gain from seeing several events at once. */
function oneByOne<C extends Consequence>(name: C, follow: (event: EventsFor<C>) => Promise<void>): EventHandler {
  return together(name, async (events) => {
    for (const event of events) await follow(event)
  })
}
