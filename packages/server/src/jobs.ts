import { DAY, MINUTE, SECOND } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { AppStore } from './apps/app.store.js'
import { GateEntryStore } from './apps/gate/gate-entry.store.js'
import { ArtifactStore } from './apps/oidc/artifact.store.js'
import { AppChecksService } from './apps/sessions/app-checks.service.js'
import { AppSessionStore } from './apps/sessions/app-session.store.js'
import { AppVisitStore } from './apps/sessions/app-visit.store.js'
import { BackChannelLogoutService } from './apps/sessions/back-channel-logout.service.js'
import { AuditStore } from './audit/audit.store.js'
import { logSince } from './domain/log-retention.js'
import { EventRelay } from './events/event-relay.js'
import { EventRetries } from './events/event-retries.js'
import { AccountDeletionService } from './life/deletion/account-deletion.service.js'
import { EmailChangeStore } from './life/email/email-change.store.js'
import { AccountErasureService } from './life/erasure/account-erasure.service.js'
import { NetworkErasureService } from './life/erasure/network-erasure.service.js'
import { BroadcastRunner } from './mandate/broadcasts/broadcast-runner.js'
import { BroadcastsService } from './mandate/broadcasts/broadcasts.service.js'
import { CoverageService } from './mandate/coverage/coverage.service.js'
import { NetworkStore } from './networks/network.store.js'
import { Outbox } from './outbox/outbox.service.js'
import { JoiningService } from './people/invitations/joining.service.js'
import { DeparturesService } from './people/members/departures.service.js'
import { Clock } from './platform/clock/clock.js'
import { compareClocks } from './platform/clock/compare-clocks.js'
import type { Get } from './platform/container.js'
import type { Job } from './platform/jobs/jobs.js'
import { OneRun } from './platform/jobs/one-run.js'
import { Logger } from './platform/logging/logger.js'
import { Database } from './platform/mongo/database.js'
import { FixedWindowStore } from './platform/mongo/fixed-window.store.js'
import { RateLimitStore } from './platform/mongo/rate-limit.store.js'
import { PasswordGuessStore } from './profile/password/password-guess.store.js'
import { SignUpStore } from './profile/sign-up/sign-up.store.js'
import { SessionStore } from './sessions/session.store.js'
import { SignInStore } from './sessions/sign-in.store.js'
import { TrustedDeviceService } from './sessions/trusted-device.service.js'
import { UnfinishedSignInsService } from './sessions/unfinished-sign-ins.service.js'
import { SpentChallengeStore } from './sign-in/spent-challenge.store.js'
import { SigningKeysService } from './signing-keys/signing-keys.service.js'
import { SsoConnectionStore } from './sso/connections/sso-connection.store.js'
import { SsoDomainsService } from './sso/domains/sso-domains.service.js'
import { PendingAnswerStore } from './sso/sign-in/pending-answer.store.js'
import { SsoRequestStore } from './sso/sign-in/sso-request.store.js'
import { VerificationStore } from './verification/verification.store.js'
import { VerificationEndingService } from './verification/verification-ending.service.js'
import { DeliveryStore } from './webhooks/delivery.store.js'
import { WebhookStore } from './webhooks/webhook.store.js'
import { WebhookDeliveryService } from './webhooks/webhook-delivery.service.js'

/** Everything that a worker does on its own. Access never depends on it. */
export function jobsOf(get: Get, stopping: AbortSignal): readonly Job[] {
  const messages = new OneRun(() => get(Outbox).deliverDue({ signal: stopping }))
  return [
    {
      name: 'finish joining and leaving',
      every: MINUTE,
      run: async () => {
        await get(DeparturesService).finishLeftovers()
        await get(JoiningService).finishLeftovers(get(Clock).now())
      },
    },
    { name: 'look for domain records', every: DAY, run: () => get(SsoDomainsService).checkAll() },
    { name: 'send broadcasts', every: 5 * SECOND, run: () => get(BroadcastsService).runDue() },
    {
      name: 'count coverage',
      every: 30 * SECOND,
      run: () => get(CoverageService).recountStale((ids) => get(NetworkStore).byIds(ids)),
    },
    {
      name: 'erase what is due',
      every: 5 * MINUTE,
      run: async () => {
        await get(AccountDeletionService).restoreLeftBehind()
        await get(AccountErasureService).eraseDue()
        await get(NetworkErasureService).eraseDue()
      },
    },
    { name: 'report unfinished sign-ins', every: 30 * SECOND, run: () => get(UnfinishedSignInsService).notifyDue() },
    { name: 'dispatch events', every: 10 * SECOND, run: () => get(EventRelay).dispatchLeftovers() },
    { name: 'retry event handlers', every: 5 * SECOND, run: () => get(EventRetries).retryDue(stopping) },
    { name: 'compare clocks', every: MINUTE, run: () => compareClocks(get(Database), get(Clock), get(Logger)) },
    { name: 'deliver messages', every: SECOND, run: () => messages.run() },
    { name: 'end verifications', every: 10 * SECOND, run: () => get(VerificationEndingService).endOver() },
    { name: 'verify app access', every: SECOND, run: () => get(AppChecksService).verifyDue() },
    { name: 'notify apps of sign-outs', every: SECOND, run: () => get(BackChannelLogoutService).deliverDue() },
    { name: 'deliver webhooks', every: SECOND, run: () => get(WebhookDeliveryService).deliverDue() },
    deleteExpired(sweepsOf(get), get(Logger)),
  ]
}

/** What takes minutes ends after the part it has begun; another worker takes up the rest. */
export function stopLongJobs(get: Get): void {
  get(BroadcastRunner).stop()
  get(WebhookDeliveryService).stop()
  get(BackChannelLogoutService).stop()
}

/** Each deletes the expired documents of one collection. */
function sweepsOf(get: Get): readonly (() => Promise<unknown>)[] {
  const now = () => get(Clock).now()
  const since = (ms: number) => new Date(now().getTime() - ms)
  return [
    () => get(Outbox).sweep(),
    () => get(BroadcastsService).sweep(),
    () => sweepLogs(get),
    () => get(SessionStore).sweep(now()),
    () => get(SignInStore).sweep(now()),
    () => get(SignUpStore).sweep(now()),
    () => get(PasswordGuessStore).sweep(now()),
    () => get(SpentChallengeStore).sweep(now()),
    () => get(RateLimitStore).sweep(now()),
    () => get(FixedWindowStore).sweep(now()),
    () => get(DeliveryStore).sweep(since(limits.webhook.deliveriesKept)),
    () => get(WebhookStore).sweep(),
    () => get(VerificationStore).sweep(since(limits.verification.keptFor)),
    () => get(SsoRequestStore).sweep(now()),
    () => get(PendingAnswerStore).sweep(now()),
    () => get(SsoConnectionStore).clearEnded(now()),
    () => get(AppStore).sweep(since(limits.app.rememberedFor)),
    () => get(ArtifactStore).sweep(now()),
    () => get(GateEntryStore).sweep(now()),
    () => get(AppSessionStore).sweep(since(limits.app.rememberedFor)),
    () => get(SigningKeysService).sweep(now()),
    () => get(TrustedDeviceService).sweep(),
    () => get(EmailChangeStore).release(now()),
  ]
}

async function sweepLogs(get: Get): Promise<void> {
  for (const { _id, logDays } of await get(NetworkStore).withLogDays()) {
    const since = logSince(logDays, get(Clock).now())
    if (!since) continue
    await get(AuditStore).deleteOlder(_id, since)
    await get(AppVisitStore).deleteOlder(_id, since)
  }
}

/** Deletes expired documents, room by room. A room that fails does not stop the others. */
export function deleteExpired(sweeps: readonly (() => Promise<unknown>)[], logger: Logger): Job {
  return {
    name: 'delete expired',
    every: 10 * MINUTE,
    async run() {
      for (const sweep of sweeps) {
        await sweep().catch((error: unknown) => logger.error({ err: error }, 'Expired documents could not be deleted'))
      }
    },
  }
}
