import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/own-time-zone'
import { toast } from '../../ui/toast'
import { END_SSO_CONNECTION } from './sso-documents'
import { TimeChoice } from './time-choice'

type Props = { isTwoFactorMandatory: boolean; onClose: () => void }

/** Going without it: with time, where a member would be left without a second step. */
export function EndDialog({ isTwoFactorMandatory, onClose }: Props) {
  const texts = useTexts('ssoAdmin')
  const t = texts.end
  const { id } = useOpenedNetwork()
  const { run, ...act } = useAct(END_SSO_CONNECTION)
  const [graceHours, setGraceHours] = useState(168)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const end = async () => {
    const input = { networkId: id, graceHours, timeZone: ownTimeZone() }
    const answer = await run({ input })
    const refusal = textOf(answer)
    if (refusal) return setProblem(refusal)
    if (answer?.__typename !== 'SsoChanged') return
    toast(t.done)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.title}
      onClose={onClose}
      act={t.button}
      onAct={() => void end()}
      kind="danger"
      problem={problem}
      refusal={problem}
    >
      <p>{t.line}</p>
      {isTwoFactorMandatory ? (
        <>
          <p>{t.mandatory}</p>
          <TimeChoice label={t.grace} hours={graceHours} onChange={setGraceHours} />
        </>
      ) : null}
    </FormDialog>
  )
}
