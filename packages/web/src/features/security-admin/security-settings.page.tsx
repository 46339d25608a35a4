import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { Loading } from '../../api/loading'
import { useOpenedNetwork } from '../../steps/opened-network'
import { languageNames, languageTagOf } from '../../texts/language'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Measure } from '../../ui/admin-page'
import { Row, Rows } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { MethodsDialog } from './methods-dialog'
import { NetworkEndSection } from './network-end-section'
import { PasskeySignInDialog, SessionLimitDialog, TrustedDevicesDialog, useSessionLimitText } from './noticed-settings'
import { HelpContactDialog, LanguageDialog, LogRetentionDialog } from './plain-settings'
import { NETWORK_SECURITY, type SecurityFields } from './security-documents'
import { SecurityTabs } from './security-tabs'

/** What an Admin sets once for every member of the network. */
export function SecuritySettingsPage() {
  const { slug, membership } = useOpenedNetwork()
  const { data, error, refetch } = useQuery(NETWORK_SECURITY, { variables: { slug } })
  const security = data?.network?.security
  return (
    <>
      <SecurityTabs />
      <Measure>
        {security ? (
          <>
            <SettingsSection security={security} />
            {membership.role === 'OWNER' ? <NetworkEndSection /> : null}
          </>
        ) : (
          <Loading error={error} onRetry={refetch} lines={4} />
        )}
      </Measure>
    </>
  )
}

/** What applies to every member of the network. */
function SettingsSection({ security }: { security: SecurityFields }) {
  const texts = useTexts('security')
  const t = texts.settings
  const moments = useMoments()
  const names = useTexts('common').methods
  const earlier = security.earlierMethods
  const leaving = earlier?.methods.filter((method) => !security.allowedMethods.includes(method)) ?? []
  const { sessionHours: hours, sessionIdleHours: idleHours } = security
  const sessionLimitText = useSessionLimitText()
  const sessionLimit = hours && idleHours ? { hours, idleHours } : null
  const language = security.locale && languageTagOf(security.locale)
  const change = (label: string, dialog: (close: () => void) => ReactNode) => (
    <DialogButton aria-label={`${t.change}: ${label}`} dialog={dialog}>
      {t.change}
    </DialogButton>
  )
  return (
    <Rows label={t.title}>
      <Row
        title={t.help}
        action={change(t.help, (close) => <HelpContactDialog current={security.helpContact ?? null} onClose={close} />)}
      >
        <Value>{security.helpContact ?? t.helpNone}</Value>
        <span className="block">{t.helpLine}</span>
      </Row>
      <Row
        title={t.language}
        action={change(t.language, (close) => <LanguageDialog current={security.locale ?? null} onClose={close} />)}
      >
        <Value>{language ? languageNames[language] : t.languageNone}</Value>
        <span className="block">{t.languageLine}</span>
      </Row>
      <Row
        title={t.methods}
        action={change(t.methods, (close) => <MethodsDialog current={security.allowedMethods} onClose={close} />)}
      >
        <Value>{security.allowedMethods.map((method) => names[method]).join(', ')}</Value>
        {earlier && leaving.length > 0 ? (
          <span className="block text-time" title={moments.full(earlier.until)}>
            {t.until({
              names: leaving.map((method) => names[method]).join(', '),
              moment: moments.plain(earlier.until),
            })}
          </span>
        ) : null}
        <span className="block">{t.methodsLine}</span>
      </Row>
      <Row
        title={t.devices}
        action={change(t.devices, (close) => (
          <TrustedDevicesDialog current={security.trustedDeviceDays} onClose={close} />
        ))}
      >
        <Value>
          {security.trustedDeviceDays === 0 ? t.devicesOff : t.devicesOn({ days: security.trustedDeviceDays })}
        </Value>
      </Row>
      <Row
        title={t.passkeys}
        action={change(t.passkeys, (close) => (
          <PasskeySignInDialog isAllowed={security.allowsPasskeySignIn} onClose={close} />
        ))}
      >
        <Value>{security.allowsPasskeySignIn ? t.passkeysOn : t.passkeysOff}</Value>
        {security.earlierPasskeySignIn ? (
          <span className="block text-time">
            {t.passkeysUntil({ moment: moments.full(security.earlierPasskeySignIn.until) })}
          </span>
        ) : null}
      </Row>
      <Row
        title={t.sessions}
        action={change(t.sessions, (close) => <SessionLimitDialog current={sessionLimit} onClose={close} />)}
      >
        <Value>{sessionLimitText(sessionLimit)}</Value>
      </Row>
      <Row
        title={t.log}
        action={change(t.log, (close) => <LogRetentionDialog current={security.logDays ?? null} onClose={close} />)}
      >
        <Value>{security.logDays ? t.logDays({ days: security.logDays }) : t.logForGood}</Value>
      </Row>
    </Rows>
  )
}

/** How it is set, which stands out from what it means. */
function Value({ children }: { children: ReactNode }) {
  return <span className="block text-ink">{children}</span>
}
