import type { AccountTexts } from '@twinlock/shared/locales/en/account.texts'
import type { CommonTexts } from '@twinlock/shared/locales/en/common.texts'
import type { CompanySignInTexts } from '@twinlock/shared/locales/en/company-sign-in.texts'
import type { DevInboxTexts } from '@twinlock/shared/locales/en/dev-inbox.texts'
import type { DevelopersTexts } from '@twinlock/shared/locales/en/developers.texts'
import type { EntryTexts } from '@twinlock/shared/locales/en/entry.texts'
import type { HelpTexts } from '@twinlock/shared/locales/en/help.texts'
import type { IntegrationsTexts } from '@twinlock/shared/locales/en/integrations.texts'
import type { NetworksTexts } from '@twinlock/shared/locales/en/networks.texts'
import type { SecurityTexts } from '@twinlock/shared/locales/en/security.texts'
import type { SetUpTexts } from '@twinlock/shared/locales/en/set-up.texts'
import type { SignInTexts } from '@twinlock/shared/locales/en/sign-in.texts'
import type { SsoAdminTexts } from '@twinlock/shared/locales/en/sso-admin.texts'
import type { VerificationTexts } from '@twinlock/shared/locales/en/verification.texts'
import type { Language } from './language'

/** One catalog per area of the app, so that a page loads the words it shows and no others. */
export type Catalogs = {
  common: CommonTexts
  entry: EntryTexts
  signIn: SignInTexts
  companySignIn: CompanySignInTexts
  setUp: SetUpTexts
  account: AccountTexts
  help: HelpTexts
  devInbox: DevInboxTexts
  networks: NetworksTexts
  security: SecurityTexts
  ssoAdmin: SsoAdminTexts
  integrations: IntegrationsTexts
  verification: VerificationTexts
  developers: DevelopersTexts
}

export type Area = keyof Catalogs

export const catalogSources: Record<Language, { [Name in Area]: () => Promise<Catalogs[Name]> }> = {
  en: {
    common: async () => (await import('@twinlock/shared/locales/en/common.texts')).commonTexts,
    entry: async () => (await import('@twinlock/shared/locales/en/entry.texts')).entryTexts,
    signIn: async () => (await import('@twinlock/shared/locales/en/sign-in.texts')).signInTexts,
    companySignIn: async () => (await import('@twinlock/shared/locales/en/company-sign-in.texts')).companySignInTexts,
    setUp: async () => (await import('@twinlock/shared/locales/en/set-up.texts')).setUpTexts,
    account: async () => (await import('@twinlock/shared/locales/en/account.texts')).accountTexts,
    help: async () => (await import('@twinlock/shared/locales/en/help.texts')).helpTexts,
    devInbox: async () => (await import('@twinlock/shared/locales/en/dev-inbox.texts')).devInboxTexts,
    networks: async () => (await import('@twinlock/shared/locales/en/networks.texts')).networksTexts,
    security: async () => (await import('@twinlock/shared/locales/en/security.texts')).securityTexts,
    ssoAdmin: async () => (await import('@twinlock/shared/locales/en/sso-admin.texts')).ssoAdminTexts,
    integrations: async () => (await import('@twinlock/shared/locales/en/integrations.texts')).integrationsTexts,
    verification: async () => (await import('@twinlock/shared/locales/en/verification.texts')).verificationTexts,
    developers: async () => (await import('@twinlock/shared/locales/en/developers.texts')).developersTexts,
  },
  de: {
    common: async () => (await import('@twinlock/shared/locales/de/common.texts')).commonTexts,
    entry: async () => (await import('@twinlock/shared/locales/de/entry.texts')).entryTexts,
    signIn: async () => (await import('@twinlock/shared/locales/de/sign-in.texts')).signInTexts,
    companySignIn: async () => (await import('@twinlock/shared/locales/de/company-sign-in.texts')).companySignInTexts,
    setUp: async () => (await import('@twinlock/shared/locales/de/set-up.texts')).setUpTexts,
    account: async () => (await import('@twinlock/shared/locales/de/account.texts')).accountTexts,
    help: async () => (await import('@twinlock/shared/locales/de/help.texts')).helpTexts,
    devInbox: async () => (await import('@twinlock/shared/locales/de/dev-inbox.texts')).devInboxTexts,
    networks: async () => (await import('@twinlock/shared/locales/de/networks.texts')).networksTexts,
    security: async () => (await import('@twinlock/shared/locales/de/security.texts')).securityTexts,
    ssoAdmin: async () => (await import('@twinlock/shared/locales/de/sso-admin.texts')).ssoAdminTexts,
    integrations: async () => (await import('@twinlock/shared/locales/de/integrations.texts')).integrationsTexts,
    verification: async () => (await import('@twinlock/shared/locales/de/verification.texts')).verificationTexts,
    developers: async () => (await import('@twinlock/shared/locales/de/developers.texts')).developersTexts,
  },
}
