import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { Loading } from '../../api/loading'
import type { AccountFieldsFragment } from '../../generated/graphql'
import { CompanySessionNote } from '../../steps/company-session-note'
import { useTexts } from '../../texts/use-texts'
import { ColumnPage } from '../../ui/column-page'
import { PageHeading } from '../../ui/page-heading'
import { ACCOUNT } from './account-documents'
import { ActivitySection } from './activity-section'
import { AppsSection } from './apps-section'
import { BackupCodesSection } from './backup-codes-section'
import { DataSection } from './data-section'
import { DevicesSection } from './devices-section'
import { LanguageSection } from './language-section'
import { ProfileSection } from './profile-section'
import { SessionsSection } from './sessions-section'
import { TwoFactorSection } from './two-factor-section'

export function AccountPage() {
  const t = useTexts('account')
  const { hash } = useLocation()
  const { data, error, refetch } = useQuery(ACCOUNT)
  const viewer = data?.viewer
  const isThere = Boolean(viewer)
  useEffect(() => {
    if (isThere && hash) document.querySelector(hash)?.scrollIntoView()
  }, [isThere, hash])
  return (
    <ColumnPage>
      <PageHeading>{t.title}</PageHeading>
      {viewer ? null : <Loading error={error} onRetry={refetch} lines={6} />}
      {viewer ? (
        <>
          {viewer.isCompanySignIn ? (
            <div className="mt-6">
              <CompanySessionNote />
            </div>
          ) : null}
          <ProfileSection name={viewer.name} email={viewer.email} isReadOnly={viewer.isCompanySignIn} />
          {viewer.isCompanySignIn ? null : <OwnSections viewer={viewer} />}
          <AppsSection />
          <LanguageSection />
          {viewer.isCompanySignIn ? null : <DataSection email={viewer.email} />}
        </>
      ) : null}
    </ColumnPage>
  )
}

/** What belongs to the account alone, and to nobody's identity provider. */
function OwnSections({ viewer }: { viewer: AccountFieldsFragment }) {
  return (
    <>
      <TwoFactorSection twoFactor={viewer.twoFactor} />
      <BackupCodesSection twoFactor={viewer.twoFactor} email={viewer.email} />
      <SessionsSection sessions={viewer.sessions} />
      {viewer.trustedDevices.length > 0 ? <DevicesSection devices={viewer.trustedDevices} /> : null}
      <ActivitySection />
    </>
  )
}
