import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { GraceChoice } from '../../steps/grace-choice'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { ownTimeZone, useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { toast } from '../../ui/toast'
import { MAKE_SSO_OPTIONAL, type NetworkSsoFields, REQUIRE_SSO, type SsoConnectionFields } from './sso-documents'

type Props = { connection: SsoConnectionFields; counts: NetworkSsoFields['counts'] }

/** Whether members must sign in with it. */
export function RequiredRow({ connection: { requiredFrom, workedAt }, counts }: Props) {
  const t = useTexts('ssoAdmin').required
  const moments = useMoments()
  const now = useServerNow(60_000, requiredFrom !== null)
  const { id } = useOpenedNetwork()
  const easing = useAct(MAKE_SSO_OPTIONAL)
  const makeOptional = async () => {
    const answer = await easing.run({ networkId: id })
    if (answer?.__typename === 'SsoChanged') toast(t.undone)
  }
  const state = !requiredFrom
    ? t.may
    : Date.parse(requiredFrom) <= now
      ? t.must
      : t.mustFrom({ moment: moments.plain(requiredFrom) })
  return (
    <Row
      title={t.title}
      action={
        requiredFrom ? (
          <Button isInert={easing.isBusy} onClick={() => void makeOptional()}>
            {t.makeOptional}
          </Button>
        ) : (
          <DialogButton isInert={!workedAt} dialog={(close) => <RequireDialog counts={counts} onClose={close} />}>
            {t.require}
          </DialogButton>
        )
      }
    >
      <span className="block" title={requiredFrom ? moments.full(requiredFrom) : undefined}>
        {state}
      </span>
      <span className="block">{t.counts({ joined: counts.joined, members: counts.members })}</span>
      {!requiredFrom && !workedAt ? <span className="block">{t.tryFirst}</span> : null}
      <FailureCallout failure={easing.failure} />
    </Row>
  )
}

type DialogProps = { counts: NetworkSsoFields['counts']; onClose: () => void }

/** Whom it affects, and from when, before anyone is notified. */
function RequireDialog({ counts, onClose }: DialogProps) {
  const texts = useTexts('ssoAdmin')
  const t = texts.required
  const { id } = useOpenedNetwork()
  const { change, ...dialog } = useChange(REQUIRE_SSO, { onClose, done: 'SsoChanged' })
  const [graceHours, setGraceHours] = useState(168)
  return (
    <FormDialog
      {...dialog}
      title={t.dialog({ count: counts.members })}
      submitLabel={t.require}
      onSubmit={() => change({ input: { networkId: id, graceHours, timeZone: ownTimeZone() } }, t.done)}
    >
      <p>{t.line({ missing: Math.max(0, counts.members - counts.joined) })}</p>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t.guests({ count: counts.guests })}</li>
        <li>{t.mail}</li>
        <li>{t.owners}</li>
      </ul>
      <GraceChoice label={t.grace} hours={graceHours} onChange={setGraceHours} from={t.until} />
    </FormDialog>
  )
}
