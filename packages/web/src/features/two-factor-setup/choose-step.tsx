import { factorMethods } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { hasPasskeys } from '../../steps/passkey-prompt'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { Disclosure } from '../../ui/disclosure'
import { RadioCard } from '../../ui/radio-card'
import { StepHeading } from './step-heading'
import { type SetUpMethod, useWizard } from './wizard-state'

const steps: Record<SetUpMethod, string> = { AUTHENTICATOR_APP: 'app', SMS: 'sms', PASSKEY: 'passkey' }

export function ChooseStep() {
  const t = useTexts('setUp').choose
  const common = useTexts('common')
  const navigate = useNavigate()
  const { base, search, progress, isFirst } = useWizard()
  const { allowedMethods, barredBy, isSmsAvailable, isPasskeyAvailable } = progress.setUpProgress
  const barredByNames = barredBy.map(({ name }) => name).join(', ')
  const present = new Set(progress.viewer?.twoFactor.factors.map(({ method }) => method))
  const barredUnless = (isAllowed: boolean) => (isAllowed ? undefined : t.barredBy({ networks: barredByNames }))
  const barred: Record<SetUpMethod, string | undefined> = {
    SMS: isSmsAvailable ? barredUnless(allowedMethods.includes('SMS')) : t.smsUnavailable,
    AUTHENTICATOR_APP: barredUnless(allowedMethods.includes('AUTHENTICATOR_APP')),
    PASSKEY: barredUnless(allowedMethods.includes('PASSKEY')),
  }
  const offersPasskey = isPasskeyAvailable && hasPasskeys()
  const open = factorMethods.filter((one) => barred[one] === undefined && (one !== 'PASSKEY' || offersPasskey))
  const [method, setMethod] = useState<SetUpMethod>(
    open.find((one) => !present.has(one)) ?? open[0] ?? 'AUTHENTICATOR_APP',
  )
  const appPath = `${base}/app${search}`
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        navigate(`${base}/${steps[method]}${search}`)
      }}
    >
      <StepHeading step="choose" title={t.title}>
        {t.line}
      </StepHeading>
      <fieldset className="mt-6 space-y-3">
        <legend className="sr-only">{t.legend}</legend>
        <RadioCard
          name="method"
          value="SMS"
          icon="message"
          title={t.sms}
          isChecked={method === 'SMS'}
          barredBecause={barred.SMS}
          onChoose={() => setMethod('SMS')}
        >
          {t.smsNeeds} {present.has('SMS') ? t.present : null}
        </RadioCard>
        <RadioCard
          name="method"
          value="AUTHENTICATOR_APP"
          icon="app"
          title={t.app}
          isChecked={method === 'AUTHENTICATOR_APP'}
          barredBecause={barred.AUTHENTICATOR_APP}
          onChoose={() => setMethod('AUTHENTICATOR_APP')}
        >
          {t.appNeeds} {present.has('AUTHENTICATOR_APP') ? t.present : null}
        </RadioCard>
        {offersPasskey ? (
          <RadioCard
            name="method"
            value="PASSKEY"
            icon="key"
            title={t.passkey}
            isChecked={method === 'PASSKEY'}
            barredBecause={barred.PASSKEY}
            onChoose={() => setMethod('PASSKEY')}
          >
            {t.passkeyNeeds} {present.has('PASSKEY') ? t.passkeyPresent : null}
          </RadioCard>
        ) : null}
      </fieldset>
      {barred.AUTHENTICATOR_APP === undefined ? (
        <div className="mt-3">
          <Disclosure summary={t.noPhone}>
            <p className="text-meta text-muted">{t.noPhoneText}</p>
            <ButtonLink kind="quiet" to={appPath}>
              {t.noPhoneButton}
            </ButtonLink>
          </Disclosure>
        </div>
      ) : null}
      {isFirst ? null : <p className="mt-3 text-meta text-muted">{t.endsOthers}</p>}
      <Button type="submit" kind="primary" isWide className="mt-5">
        {common.continue}
      </Button>
    </form>
  )
}
