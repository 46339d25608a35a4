import { useState } from 'react'
import { useNavigate } from 'react-router'
import { hasPasskeys } from '../../steps/passkey-prompt'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { Disclosure } from '../../ui/disclosure'
import type { IconName } from '../../ui/icon'
import { RadioCard } from '../../ui/radio-card'
import { StepHeading } from './step-heading'
import { type SetUpMethod, useWizard } from './wizard-state'

/** No look-alike page can use a passkey; a text goes to the holder of the number. */
const safestFirst: readonly SetUpMethod[] = ['PASSKEY', 'AUTHENTICATOR_APP', 'SMS']
const icons: Record<SetUpMethod, IconName> = { PASSKEY: 'key', AUTHENTICATOR_APP: 'app', SMS: 'message' }
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
  const offered = safestFirst.filter((one) => one !== 'PASSKEY' || offersPasskey)
  const open = offered.filter((one) => barred[one] === undefined)
  const recommended = open.find((one) => !present.has(one)) ?? open[0] ?? 'AUTHENTICATOR_APP'
  const [method, setMethod] = useState<SetUpMethod>(recommended)
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
        {offered.map((one) => (
          <RadioCard
            key={one}
            name="method"
            value={one}
            icon={icons[one]}
            title={t.names[one]}
            tag={one === recommended && open.length > 1 ? t.recommended : undefined}
            isChecked={method === one}
            barredBecause={barred[one]}
            onChoose={() => setMethod(one)}
          >
            {t.needs[one]} {present.has(one) ? (one === 'PASSKEY' ? t.passkeyPresent : t.present) : null}
          </RadioCard>
        ))}
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
