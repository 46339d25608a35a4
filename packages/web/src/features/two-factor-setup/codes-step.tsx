import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { BackupCodesList, REVEAL_BACKUP_CODES } from '../../steps/backup-codes-list'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { StepHeading } from './step-heading'
import { useWizard } from './wizard-state'

export function CodesStep() {
  const t = useTexts('setUp').codes
  const common = useTexts('common')
  const navigate = useNavigate()
  const { base, search, progress, confirmed } = useWizard()
  const [revealed, setRevealed] = useState(confirmed?.sheet ?? null)
  const [isKept, setKept] = useState(false)
  const { run, isBusy, failure } = useAct(REVEAL_BACKUP_CODES)
  const done = `${base}/done${search}`
  // After a reload the codes are hidden again; showing them is a separate act, logged and mailed.
  const reveal = async () => {
    const answer = await run()
    if (answer?.__typename === 'BackupCodeSheet') setRevealed(answer)
    if (answer?.__typename === 'TwoFactorIsOff') navigate(base + search, { replace: true })
  }
  const email = confirmed?.email ?? progress.viewer?.email ?? ''
  return (
    <>
      <StepHeading step="codes" title={t.title}>
        {t.line}
      </StepHeading>
      <div className="mt-6 space-y-5">
        {revealed ? (
          <BackupCodesList
            sheet={revealed}
            email={email}
            onSaved={() => setKept(true)}
            takesFocus={revealed !== confirmed?.sheet}
          />
        ) : (
          <>
            <p>{t.lost}</p>
            <Button isWide isInert={isBusy} onClick={() => void reveal()}>
              {t.show}
            </Button>
          </>
        )}
        <FailureCallout failure={failure} />
        <p className="text-meta text-muted">{t.where}</p>
        <Button kind="primary" isWide onClick={() => navigate(done, { replace: true })}>
          {isKept ? common.continue : t.done}
        </Button>
      </div>
    </>
  )
}
