import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { Loading } from '../../api/loading'
import { graphql } from '../../generated/gql'
import type { AccountFieldsFragment } from '../../generated/graphql'
import { CompanySessionNote } from '../../steps/company-session-note'
import { type Language, languageNames, languages } from '../../texts/language'
import { chooseLanguage } from '../../texts/text-store'
import { useDeviceName } from '../../texts/use-device-name'
import { useLanguage, useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { ColumnPage, Row, Section } from '../../ui/column-page'
import { PageHeading } from '../../ui/page-heading'
import { Select } from '../../ui/select'
import { ACCOUNT } from './account-documents'
import { AppsSection } from './apps-section'
import { BackupCodesSection } from './backup-codes-section'
import { DataSection } from './data-section'
import { ProfileSection } from './profile-section'
import { DevicesSection, SessionsSection } from './sessions-section'
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

const ACTIVITY = graphql(`
  query AccountActivity {
    viewer {
      id
      activity(first: 20) {
        id
        at
        type
        device
        address
      }
    }
  }
`)

/** What happened to the account, so that its owner sees what was not them. */
function ActivitySection() {
  const t = useTexts('account').activity
  const moments = useMoments()
  const deviceName = useDeviceName()
  const { data, error, refetch } = useQuery(ACTIVITY)
  const names: Readonly<Record<string, string>> = t.names
  return (
    <Section title={t.title} id="activity">
      {data?.viewer?.activity.map(({ id, at, type, device, address }) => (
        <Row key={id} title={names[type] ?? t.other}>
          <time dateTime={at} title={moments.full(at)}>
            {t.line({ moment: moments.plain(at), device: deviceName(device), address })}
          </time>
        </Row>
      ))}
      {error ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
    </Section>
  )
}

function LanguageSection() {
  const t = useTexts('account').language
  const language = useLanguage()
  return (
    <Section title={t.title} id="language">
      <Row
        title={t.label}
        action={
          <Select
            label={t.label}
            isLabelHidden
            className="w-52"
            value={language}
            options={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
            onChange={(chosen) => void chooseLanguage(chosen as Language)}
          />
        }
      />
    </Section>
  )
}
