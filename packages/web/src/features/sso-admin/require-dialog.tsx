import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/own-time-zone'
import { toast } from '../../ui/toast'
import { type NetworkSsoFields, REQUIRE_SSO } from './sso-documents'
import { TimeChoice } from './time-choice'

type Props = { counts: NetworkSsoFields['counts']; onClose: () => void }

/** Whom it affects, and from when, before anyone is notified. */
export function RequireDialog({ counts, onClose }: Props) {
  const texts = useTexts('ssoAdmin')
  const t = texts.required
  const { id } = useOpenedNetwork()
  const { run, ...act } = useAct(REQUIRE_SSO)
  const [graceHours, setGraceHours] = useState(168)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    const answer = await run({ input: { networkId: id, graceHours, timeZone: ownTimeZone() } })
    const refusal = textOf(answer)
    if (refusal) return setProblem(refusal)
    if (answer?.__typename !== 'SsoChanged') return
    toast(t.done)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.dialog({ count: counts.members })}
      onClose={onClose}
      act={t.require}
      onAct={() => void save()}
      problem={problem}
      refusal={problem}
    >
      <p>{t.line({ missing: Math.max(0, counts.members - counts.joined) })}</p>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t.guests({ count: counts.guests })}</li>
        <li>{t.mail}</li>
        <li>{t.owners}</li>
      </ul>
      <TimeChoice label={t.grace} hours={graceHours} onChange={setGraceHours} />
    </FormDialog>
  )
}
