import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { StepHeading } from './step-heading'
import { useWizard } from './wizard-state'

export function DoneStep() {
  const t = useTexts('setUp').done
  const { confirmed, progress, onFinish } = useWizard()
  const method = confirmed?.method ?? progress.viewer?.twoFactor.factors[0]?.method
  return (
    <>
      <StepHeading step="done" title={t.title} />
      <p className="mt-4 flex gap-3 rounded-control bg-good-soft p-4">
        <Icon name="check" className="mt-0.5 text-good" />
        {method === 'SMS' ? t.sms : method === 'PASSKEY' ? t.passkey : t.app}
      </p>
      {confirmed?.isElsewhere ? <p className="mt-4">{t.elsewhere}</p> : null}
      <p className="mt-4 text-muted">{t.serves}</p>
      <Button kind="primary" isWide className="mt-6" onClick={onFinish}>
        {t.button}
      </Button>
    </>
  )
}
