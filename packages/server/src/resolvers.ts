import { NetworkResolver } from './access/network.resolver.js'
import { ApiKeysResolver } from './api-keys/api-keys.resolver.js'
import { AppsResolver } from './apps/apps.resolver.js'
import { AppEntryResolver } from './apps/entry/app-entry.resolver.js'
import { AppPeopleResolver } from './apps/sessions/app-people.resolver.js'
import { AppSessionsResolver } from './apps/sessions/app-sessions.resolver.js'
import { ViewerAppsResolver } from './apps/viewer-apps.resolver.js'
import { CapabilitiesResolver } from './graphql/capabilities.resolver.js'
import { DeliveriesResolver } from './integrations/deliveries.resolver.js'
import { ExternalIdsResolver } from './integrations/external-ids.resolver.js'
import { WebhooksResolver } from './integrations/webhooks.resolver.js'
import { AccountDeletionResolver } from './life/deletion/account-deletion.resolver.js'
import { EmailChangeResolver } from './life/email/email-change.resolver.js'
import { ExportResolver } from './life/export/export.resolver.js'
import { NetworkEndResolver } from './life/network/network-end.resolver.js'
import { ActivationResolver } from './mandate/activation/activation.resolver.js'
import { OwnMailResolver } from './mandate/announcements/own-mail.resolver.js'
import { AuditLogResolver } from './mandate/audit-log/audit-log.resolver.js'
import { CoverageResolver } from './mandate/coverage/coverage.resolver.js'
import { ExtensionsResolver } from './mandate/extensions/extensions.resolver.js'
import { MemberChangesResolver } from './mandate/members/member-changes.resolver.js'
import { MemberHistoryResolver } from './mandate/members/member-history.resolver.js'
import { MemberCountResolver, MemberResolver, MembersListResolver } from './mandate/members/members.resolver.js'
import { MethodsResolver } from './mandate/methods/methods.resolver.js'
import { NetworkSecurityResolver } from './mandate/network-security.resolver.js'
import { RemindersResolver } from './mandate/reminders/reminders.resolver.js'
import { AccessSettingsResolver } from './mandate/settings/access-settings.resolver.js'
import { SettingsResolver } from './mandate/settings/settings.resolver.js'
import { MembershipsResolver } from './memberships/memberships.resolver.js'
import { DirectoryResolver } from './people/directory/directory.resolver.js'
import { AcceptanceResolver } from './people/invitations/acceptance.resolver.js'
import { InvitationsResolver } from './people/invitations/invitations.resolver.js'
import { JoinLinkResolver } from './people/join-link/join-link.resolver.js'
import { MembersResolver } from './people/members/members.resolver.js'
import { NetworksResolver } from './people/networks/networks.resolver.js'
import { ActivityResolver } from './profile/activity/activity.resolver.js'
import { LocaleResolver } from './profile/locale/locale.resolver.js'
import { NameResolver } from './profile/name/name.resolver.js'
import { PasswordResolver } from './profile/password/password.resolver.js'
import { SignUpResolver } from './profile/sign-up/sign-up.resolver.js'
import { TrustedDevicesResolver } from './profile/trusted-devices/trusted-devices.resolver.js'
import { RecoveryResolver } from './recovery/recovery.resolver.js'
import { SessionsResolver } from './sessions/sessions.resolver.js'
import { MailboxProofResolver } from './sign-in/mailbox-proof.resolver.js'
import { PasskeySignInResolver } from './sign-in/passkey-sign-in.resolver.js'
import { ReEnrollingResolver } from './sign-in/re-enrolling.resolver.js'
import { SecondStepResolver } from './sign-in/second-step.resolver.js'
import { SignInResolver } from './sign-in/sign-in.resolver.js'
import { ConnectionsResolver } from './sso/connections/connections.resolver.js'
import { SsoDomainsResolver } from './sso/domains/sso-domains.resolver.js'
import { SsoMembersResolver } from './sso/members/sso-members.resolver.js'
import { NetworkSsoPartsResolver, NetworkSsoResolver } from './sso/network-sso.resolver.js'
import { RequirementsResolver } from './sso/requirements/requirements.resolver.js'
import { CompanySignInResolver } from './sso/sign-in/company-sign-in.resolver.js'
import { ViewerSignInResolver } from './sso/sign-in/viewer-sign-in.resolver.js'
import { AccountTwoFactorResolver } from './two-factor/account-two-factor.resolver.js'
import { AuthenticatorSetUpResolver } from './two-factor/authenticator-app/authenticator-set-up.resolver.js'
import { BackupCodesResolver } from './two-factor/backup-codes/backup-codes.resolver.js'
import { FactorsResolver } from './two-factor/factors/factors.resolver.js'
import { PasskeySetUpResolver } from './two-factor/passkey/passkey-set-up.resolver.js'
import { ReauthenticationResolver } from './two-factor/reauthentication/reauthentication.resolver.js'
import { SetUpProgressResolver } from './two-factor/set-up/set-up-progress.resolver.js'
import { SmsSetUpResolver } from './two-factor/sms/sms-set-up.resolver.js'
import { VerificationRequestResolver } from './verification/verification-request.resolver.js'
import { VerificationsResolver } from './verification/verifications.resolver.js'

/** What the GraphQL API consists of; each is made by the container when the first question reaches it. */
export const resolvers = [
  NetworkResolver,
  ApiKeysResolver,
  AppsResolver,
  AppEntryResolver,
  AppPeopleResolver,
  AppSessionsResolver,
  ViewerAppsResolver,
  CapabilitiesResolver,
  DeliveriesResolver,
  ExternalIdsResolver,
  WebhooksResolver,
  AccountDeletionResolver,
  EmailChangeResolver,
  ExportResolver,
  NetworkEndResolver,
  ActivationResolver,
  OwnMailResolver,
  AuditLogResolver,
  CoverageResolver,
  ExtensionsResolver,
  MemberChangesResolver,
  MemberCountResolver,
  MemberResolver,
  MemberHistoryResolver,
  MembersListResolver,
  MethodsResolver,
  NetworkSecurityResolver,
  RemindersResolver,
  AccessSettingsResolver,
  SettingsResolver,
  MembershipsResolver,
  DirectoryResolver,
  AcceptanceResolver,
  InvitationsResolver,
  JoinLinkResolver,
  MembersResolver,
  NetworksResolver,
  ActivityResolver,
  LocaleResolver,
  NameResolver,
  PasswordResolver,
  SignUpResolver,
  TrustedDevicesResolver,
  RecoveryResolver,
  SessionsResolver,
  MailboxProofResolver,
  PasskeySignInResolver,
  ReEnrollingResolver,
  SecondStepResolver,
  SignInResolver,
  ConnectionsResolver,
  SsoDomainsResolver,
  SsoMembersResolver,
  NetworkSsoPartsResolver,
  NetworkSsoResolver,
  RequirementsResolver,
  CompanySignInResolver,
  ViewerSignInResolver,
  AccountTwoFactorResolver,
  AuthenticatorSetUpResolver,
  BackupCodesResolver,
  FactorsResolver,
  PasskeySetUpResolver,
  ReauthenticationResolver,
  SetUpProgressResolver,
  SmsSetUpResolver,
  VerificationRequestResolver,
  VerificationsResolver,
] as const
