import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { StepHeading } from './step-heading'
import { useWizard } from './wizard-state'

/** The result: two-factor authentication is on or, for an additional method, which one is asked for first. */
export function DoneStep() {
  const t = useTexts('setUp').done
  const { confirmed, progress, isFirst, onFinish } = useWizard()
  const twoFactor = progress.viewer?.twoFactor
  const method = confirmed?.method ?? twoFactor?.factors[0]?.method ?? 'AUTHENTICATOR_APP'
  const preferred = confirmed?.preferred ?? twoFactor?.preferredMethod ?? method
  return (
    <>
      <StepHeading step="done" title={isFirst ? t.title : t.added({ method })} />
      <p className="mt-4 flex gap-3 rounded-control bg-good-soft p-4">
        <Icon name="check" className="mt-0.5 text-good" />
        {preferred === method ? t.asks({ method }) : t.stillAsks({ method: preferred })}
      </p>
      {confirmed?.isElsewhere ? <p className="mt-4">{t.elsewhere}</p> : null}
      <p className="mt-4 text-muted">{isFirst ? t.serves : t.choose}</p>
      <Button kind="primary" isWide className="mt-6" onClick={onFinish}>
        {t.button}
      </Button>
    </>
  )
}
