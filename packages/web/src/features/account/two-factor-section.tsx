import { limits } from '@twinlock/shared/limits'
import { hasPasskeys } from '../../steps/passkey-prompt'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { Icon } from '../../ui/icon'
import type { TwoFactor } from './account-documents'
import { FactorRow } from './factor-row'
import { TurnOffRow } from './turn-off-row'

const SET_UP = '/account/two-factor/set-up'
const places = {
  AUTHENTICATOR_APP: `${SET_UP}/app`,
  SMS: `${SET_UP}/sms`,
  PASSKEY: `${SET_UP}/passkey`,
} as const
const single = ['AUTHENTICATOR_APP', 'SMS'] as const

export function TwoFactorSection({ twoFactor }: { twoFactor: TwoFactor }) {
  const t = useTexts('account').twoFactor
  if (!twoFactor.isOn) {
    return (
      <Section title={t.title} id="two-factor">
        <Row
          title={t.offTitle}
          isLong
          action={
            <ButtonLink kind="primary" to={SET_UP}>
              {t.setUp}
            </ButtonLink>
          }
        >
          {t.off}
        </Row>
      </Section>
    )
  }
  const countOf = (wanted: keyof typeof places) => twoFactor.factors.filter(({ method }) => method === wanted).length
  const missing = [
    ...single.filter((method) => countOf(method) === 0),
    ...(hasPasskeys() && countOf('PASSKEY') < limits.passkeys.perAccount ? (['PASSKEY'] as const) : []),
  ]
  return (
    <Section
      title={t.title}
      id="two-factor"
      intro={
        <p className="flex items-start gap-2">
          <Icon name="check" className="mt-0.5 text-good" />
          <span>
            <strong className="font-semibold text-good">{t.on}.</strong>{' '}
            {countOf('PASSKEY') > 0 ? t.onLinePasskey : t.onLine}
          </span>
        </p>
      }
    >
      {twoFactor.factors.map((factor) => (
        <FactorRow
          key={factor.id}
          factor={factor}
          preferred={twoFactor.preferredMethod}
          isOnly={twoFactor.factors.length === 1}
          replacePlace={factor.method === 'PASSKEY' ? null : places[factor.method]}
        />
      ))}
      {missing.map((method) => (
        <Row
          key={method}
          title={t.add[method]}
          action={
            <ButtonLink to={places[method]} aria-label={t.add[method]}>
              {t.addButton}
            </ButtonLink>
          }
        >
          {t.addHint}
        </Row>
      ))}
      <TurnOffRow mandatoryIn={twoFactor.mandatoryIn} />
    </Section>
  )
}
