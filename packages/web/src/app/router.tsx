import { Suspense } from 'react'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { ErrorBoundary } from './error-boundary'
import { lazyPage } from './lazy-page'
import { Providers, WithApi } from './providers'

const Landing = lazyPage(() => import('../features/entry/landing.page'), 'LandingPage', 'entry')
const SignUp = lazyPage(() => import('../features/entry/sign-up.page'), 'SignUpPage', 'entry')
const ConfirmEmail = lazyPage(() => import('../features/entry/confirm-email.page'), 'ConfirmEmailPage', 'entry')
const ForgotPassword = lazyPage(() => import('../features/entry/forgot-password.page'), 'ForgotPasswordPage', 'entry')
const ResetPassword = lazyPage(() => import('../features/entry/reset-password.page'), 'ResetPasswordPage', 'entry')
const CancelReEnrolment = lazyPage(() => import('../features/entry/mailed-acts.page'), 'CancelReEnrolmentPage', 'entry')
const UndoEmail = lazyPage(() => import('../features/entry/mailed-acts.page'), 'UndoEmailPage', 'entry')
const NotFound = lazyPage(() => import('../features/entry/not-found.page'), 'NotFoundPage', 'entry')
const SignIn = lazyPage(() => import('../features/sign-in/sign-in.page'), 'SignInPage', 'signIn')
const CompanySignIn = lazyPage(
  () => import('../features/sso-sign-in/company-sign-in.page'),
  'CompanySignInPage',
  'companySignIn',
)
const JoinCompanySignIn = lazyPage(() => import('../features/sso-sign-in/join.page'), 'JoinPage', 'companySignIn')
const Confirmed = lazyPage(() => import('../features/sso-sign-in/confirmed.page'), 'ConfirmedPage', 'companySignIn')
const Verify = lazyPage(() => import('../features/sign-in/verify.page'), 'VerifyPage', 'signIn')
const SetUpRequired = lazyPage(
  () => import('../features/two-factor-setup/set-up-required.page'),
  'SetUpRequiredPage',
  'setUp',
)
const SetUp = lazyPage(() => import('../features/two-factor-setup/set-up.page'), 'SetUpPage', 'setUp')
const Account = lazyPage(() => import('../features/account/account.page'), 'AccountPage', 'account')
const Export = lazyPage(() => import('../features/account/export.page'), 'ExportPage', 'account')
const Help = lazyPage(() => import('../features/help/help.page'), 'HelpPage', 'help')
const DevInbox = lazyPage(() => import('../features/dev-inbox/dev-inbox.page'), 'DevInboxPage', 'devInbox')
const Networks = lazyPage(() => import('../features/networks/networks.page'), 'NetworksPage', 'networks')
const CreateNetwork = lazyPage(
  () => import('../features/networks/create-network.page'),
  'CreateNetworkPage',
  'networks',
)
const Network = lazyPage(() => import('../features/networks/network-layout'), 'NetworkLayout', 'networks')
const NetworkHome = lazyPage(() => import('../features/networks/home.page'), 'NetworkHomePage', 'networks')
const People = lazyPage(() => import('../features/networks/people/people.page'), 'PeoplePage', 'networks')
const Security = lazyPage(() => import('../features/security-admin/security.page'), 'SecurityPage', 'security')
const Member = lazyPage(
  () => import('../features/security-admin/member.page'),
  'MemberPage',
  'security',
  'auditEvents',
  'networks',
)
const SecuritySettings = lazyPage(
  () => import('../features/security-admin/security-settings.page'),
  'SecuritySettingsPage',
  'security',
)
const SecurityTabs = lazyPage(() => import('../features/security-admin/security-tabs'), 'SecurityTabs', 'security')
const CompanySignInSettings = lazyPage(() => import('../features/sso-admin/sso.page'), 'SsoPage', 'ssoAdmin')
const AuditLog = lazyPage(
  () => import('../features/security-admin/audit-log.page'),
  'AuditLogPage',
  'security',
  'auditEvents',
)
const Invitation = lazyPage(
  () => import('../features/networks/invitation/invitation.page'),
  'InvitationPage',
  'networks',
)
const Integrations = lazyPage(
  () => import('../features/integrations/integrations.page'),
  'IntegrationsPage',
  'integrations',
)
const VerificationRequest = lazyPage(
  () => import('../features/verification/verification-request.page'),
  'VerificationRequestPage',
  'verification',
)
const Apps = lazyPage(() => import('../features/apps/apps.page'), 'AppsPage', 'apps')
const AppPeople = lazyPage(() => import('../features/apps/app-people.page'), 'AppPeoplePage', 'apps')
const OpenApp = lazyPage(() => import('../features/apps/open-app.page'), 'OpenAppPage', 'apps')
const Developers = lazyPage(() => import('../features/developers/developers.page'), 'DevelopersPage', 'developers')
const Guide = lazyPage(() => import('../features/developers/guide.page'), 'GuidePage', 'developers')
const SignedIn = lazyPage(() => import('./signed-in-layout'), 'SignedInLayout', 'networks')

export function Router() {
  return (
    <ErrorBoundary>
      <BrowserRouter>
        <Providers>
          <Suspense>
            <Routes>
              <Route path="/sign-in" element={<SignIn />} />
              <Route element={<WithApi />}>
                <Route path="/" element={<Landing />} />
                <Route path="/sign-up" element={<SignUp />} />
                <Route path="/confirm-email" element={<ConfirmEmail />} />
                <Route path="/forgot-password" element={<ForgotPassword />} />
                <Route path="/reset-password" element={<ResetPassword />} />
                <Route path="/email/undo" element={<UndoEmail />} />
                <Route path="/export" element={<Export />} />
                <Route path="/recovery/cancel" element={<CancelReEnrolment />} />
                <Route path="/sign-in/sso" element={<CompanySignIn />} />
                <Route path="/sign-in/sso/join" element={<JoinCompanySignIn />} />
                <Route path="/sign-in/sso/confirmed" element={<Confirmed />} />
                <Route path="/sign-in/verify" element={<Verify />} />
                <Route path="/sign-in/set-up/*" element={<SetUpRequired />} />
                <Route path="/invitation" element={<Invitation />} />
                <Route path="/verify/:id" element={<VerificationRequest />} />
                <Route path="/open/:id" element={<OpenApp />} />
                <Route path="/developers" element={<Developers />} />
                <Route path="/developers/guide" element={<Guide />} />
                <Route path="/help" element={<Help />} />
                <Route path="/dev/inbox" element={<DevInbox />} />
                <Route path="/account/two-factor/set-up/*" element={<SetUp />} />
                <Route element={<SignedIn />}>
                  <Route path="/networks" element={<Networks />} />
                  <Route path="/networks/new" element={<CreateNetwork />} />
                  <Route path="/networks/:slug" element={<Network />}>
                    <Route index element={<NetworkHome />} />
                    <Route path="people" element={<People />} />
                    <Route path="security" element={<Security />} />
                    <Route
                      path="security/sso"
                      element={
                        <>
                          <SecurityTabs />
                          <CompanySignInSettings />
                        </>
                      }
                    />
                    <Route path="security/settings" element={<SecuritySettings />} />
                    <Route path="security/members/:memberId" element={<Member />} />
                    <Route path="security/activity" element={<AuditLog />} />
                    <Route path="integrations" element={<Integrations />} />
                    <Route path="apps" element={<Apps />} />
                    <Route path="apps/:appId" element={<AppPeople />} />
                  </Route>
                  <Route path="/account" element={<Account />} />
                  <Route path="/account/two-factor" element={<Navigate to="/account#two-factor" replace />} />
                </Route>
                <Route path="*" element={<NotFound />} />
              </Route>
            </Routes>
          </Suspense>
        </Providers>
      </BrowserRouter>
    </ErrorBoundary>
  )
}
