import { type ReactNode, useState } from 'react'
import { languageNames, languageTagOf } from '../../texts/language'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row, Rows } from '../../ui/column-page'
import { sessionLimitOf } from './duration'
import { HelpContactDialog } from './help-contact-dialog'
import { LanguageDialog } from './language-dialog'
import { LogRetentionDialog } from './log-retention-dialog'
import { MethodsDialog } from './methods-dialog'
import { PasskeySignInDialog } from './passkey-sign-in-dialog'
import type { SecurityFields } from './security-documents'
import { SessionLimitDialog } from './session-limit-dialog'
import { TrustedDevicesDialog } from './trusted-devices-dialog'

/** What applies to every member of the network. */
export function SettingsSection({ security }: { security: SecurityFields }) {
  const texts = useTexts('security')
  const t = texts.settings
  const moments = useMoments()
  const [dialog, setDialog] = useState<
    'help' | 'language' | 'methods' | 'devices' | 'passkeys' | 'sessions' | 'log' | null
  >(null)
  const names = useTexts('common').methods
  const earlier = security.earlierMethods
  const leaving = earlier?.methods.filter((method) => !security.allowedMethods.includes(method)) ?? []
  const { sessionHours: hours, sessionIdleHours: idleHours } = security
  const sessionLimit = hours && idleHours ? { hours, idleHours } : null
  const language = security.locale && languageTagOf(security.locale)
  const change = (which: NonNullable<typeof dialog>, label: string) => (
    <Button onClick={() => setDialog(which)} aria-label={`${t.change}: ${label}`}>
      {t.change}
    </Button>
  )
  return (
    <Rows label={t.title}>
      <Row title={t.help} action={change('help', t.help)}>
        <Value>{security.helpContact ?? t.helpNone}</Value>
        <span className="block">{t.helpLine}</span>
      </Row>
      <Row title={t.language} action={change('language', t.language)}>
        <Value>{language ? languageNames[language] : t.languageNone}</Value>
        <span className="block">{t.languageLine}</span>
      </Row>
      <Row title={t.methods} action={change('methods', t.methods)}>
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
      <Row title={t.devices} action={change('devices', t.devices)}>
        <Value>
          {security.trustedDeviceDays === 0 ? t.devicesOff : t.devicesOn({ days: security.trustedDeviceDays })}
        </Value>
      </Row>
      <Row title={t.passkeys} action={change('passkeys', t.passkeys)}>
        <Value>{security.allowsPasskeySignIn ? t.passkeysOn : t.passkeysOff}</Value>
        {security.earlierPasskeySignIn ? (
          <span className="block text-time">
            {t.passkeysUntil({ moment: moments.full(security.earlierPasskeySignIn.until) })}
          </span>
        ) : null}
      </Row>
      <Row title={t.sessions} action={change('sessions', t.sessions)}>
        <Value>{sessionLimit ? sessionLimitOf(sessionLimit, texts) : t.sessionsOff}</Value>
      </Row>
      <Row title={t.log} action={change('log', t.log)}>
        <Value>{security.logDays ? t.logDays({ days: security.logDays }) : t.logForGood}</Value>
      </Row>
      {dialog === 'help' ? (
        <HelpContactDialog current={security.helpContact ?? ''} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'language' ? (
        <LanguageDialog current={security.locale ?? null} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'methods' ? (
        <MethodsDialog current={security.allowedMethods} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'devices' ? (
        <TrustedDevicesDialog current={security.trustedDeviceDays} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'passkeys' ? (
        <PasskeySignInDialog isAllowed={security.allowsPasskeySignIn} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'log' ? (
        <LogRetentionDialog current={security.logDays ?? null} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'sessions' ? <SessionLimitDialog current={sessionLimit} onClose={() => setDialog(null)} /> : null}
    </Rows>
  )
}

/** How it is set, which stands out from what it means. */
function Value({ children }: { children: ReactNode }) {
  return <span className="block text-ink">{children}</span>
}
