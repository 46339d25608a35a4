import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { useServerNow } from '../../time/use-server-now'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { toast } from '../../ui/toast'
import { RequireDialog } from './require-dialog'
import { MAKE_SSO_OPTIONAL, type NetworkSsoFields, type SsoConnectionFields } from './sso-documents'

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
