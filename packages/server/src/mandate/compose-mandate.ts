import { logSince } from '../domain/log-retention.js'
import { invitationModel } from '../memberships/invitation.model.js'
import { InvitationStore } from '../memberships/invitation.store.js'
import { membershipModel } from '../memberships/membership.model.js'
import { networkModel } from '../networks/network.model.js'
import type { Job } from '../platform/jobs/worker.js'
import { ActivationResolver } from './activation/activation.resolver.js'
import { ActivationService } from './activation/activation.service.js'
import { OwnMailResolver } from './announcements/own-mail.resolver.js'
import { OwnMailService } from './announcements/own-mail.service.js'
import { AuditLogResolver } from './audit-log/audit-log.resolver.js'
import { composeRounds } from './compose-rounds.js'
import { coverageModel, coverageSnapshotModel } from './coverage/coverage.model.js'
import { CoverageResolver } from './coverage/coverage.resolver.js'
import { CoverageService } from './coverage/coverage.service.js'
import { CoverageStore } from './coverage/coverage.store.js'
import { CoverageHistoryStore } from './coverage/coverage-history.store.js'
import type { CsvSources } from './csv/csv.route.js'
import { ExtensionMail } from './extensions/extension-mail.js'
import { ExtensionsResolver } from './extensions/extensions.resolver.js'
import { ExtensionsService } from './extensions/extensions.service.js'
import { ExtensionsStore } from './extensions/extensions.store.js'
import { MandateStore } from './mandate.store.js'
import type { MandateDeps } from './mandate-deps.js'
import { MandateFollower } from './mandate-follower.js'
import { ChosenMembersService } from './members/chosen-members.service.js'
import { MemberChangesResolver } from './members/member-changes.resolver.js'
import { MemberListingStore } from './members/member-listing.store.js'
import { MemberCountResolver, MemberResolver, MembersListResolver } from './members/members.resolver.js'
import { MethodsResolver } from './methods/methods.resolver.js'
import { MethodsService } from './methods/methods.service.js'
import { NetworkSecurityResolver } from './network-security.resolver.js'
import { RemindersResolver } from './reminders/reminders.resolver.js'
import { RemindersService } from './reminders/reminders.service.js'
import { SettingsResolver } from './settings/settings.resolver.js'
import { SettingsService } from './settings/settings.service.js'

/** The Security page's two-factor part: requiring it, seeing who has it, and telling those who do not. */
export function composeMandate(deps: MandateDeps) {
  const { connection, clock, background, relay, outbox, audit, profiles, networkStore, doors, access } = deps
  const memberships = membershipModel(connection)
  const store = new MandateStore(networkModel(connection))
  const history = new CoverageHistoryStore(coverageSnapshotModel(connection))
  const coverage = new CoverageService(new CoverageStore(coverageModel(connection), memberships), history, clock)
  const members = new MemberListingStore(memberships)
  const chosen = new ChosenMembersService(members, profiles, doors)
  const invitations = new InvitationStore(invitationModel(connection))
  const { rounds, runner, roundMail, roundStore } = composeRounds(deps)

  const activations = new ActivationService(store, networkStore, coverage, relay, background, clock)
  const extensionsStore = new ExtensionsStore(memberships)
  const extensions = new ExtensionsService(extensionsStore, store, chosen, coverage, relay, background, clock)
  const methods = new MethodsService(store, coverage, relay, background, clock)
  const settings = new SettingsService(store, relay, background, clock)
  const reminders = new RemindersService(chosen, rounds, roundMail, relay, clock)
  const extensionMail = new ExtensionMail(networkStore, outbox, roundStore)
  const csv: CsvSources = { access, members, audit, clock }

  return {
    coverage,
    follower: new MandateFollower(coverage, rounds, extensionMail),
    csv,
    runner,
    resolvers: [
      new NetworkSecurityResolver(background),
      new ActivationResolver(access, activations),
      new CoverageResolver(coverage, history, invitations, clock),
      new MembersListResolver(members, clock),
      new MemberResolver(members, clock),
      new MemberChangesResolver(members, clock),
      new MemberCountResolver(members, coverage, clock),
      new ExtensionsResolver(access, extensions, clock),
      new RemindersResolver(access, reminders),
      new MethodsResolver(access, methods, clock),
      new SettingsResolver(access, settings, coverage, clock),
      new OwnMailResolver(access, new OwnMailService(outbox, clock)),
      new AuditLogResolver(audit, clock),
    ] as object[],
    jobs: [
      { name: 'announce', every: 5_000, run: () => rounds.runDue() },
      {
        name: 'count coverage',
        every: 30_000,
        run: () => coverage.recountStale((ids) => networkStore.byIds(ids)),
      },
    ] satisfies Job[],
    sweep: async () => {
      await rounds.sweep()
      for (const { _id, logDays } of await networkStore.withLogDays()) {
        const since = logSince(logDays, clock.now())
        if (since) await audit.deleteOlder(_id, since)
      }
    },
  }
}
