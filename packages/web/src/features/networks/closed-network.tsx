import { setUpPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, ButtonLink } from '../../ui/button'
import { ColumnPage } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { PageHeading } from '../../ui/page-heading'
import { LeaveDialog } from './leave-dialog'
import type { MyNetwork } from './my-networks'

type Props = {
  membership: MyNetwork
  hasOthers: boolean
  /** A page of the network was open: it waits hidden with all that was typed. */
  isPageRetained: boolean
}

/** The network is closed to this person until they set up a method that it accepts. */
export function ClosedNetwork({ membership, hasOthers, isPageRetained }: Props) {
  const texts = useTexts('networks')
  const methods = useTexts('common').methods
  const t = texts.locked
  const moments = useMoments()
  const { network, deadline, allowedMethods, helpContact } = membership
  return (
    <ColumnPage>
      <div className="mx-auto max-w-lg rounded-card border border-hair bg-surface p-4 sm:p-8">
        <PageHeading>{t.title({ network: network.name })}</PageHeading>
        <p className="mt-2 mb-6">{t.line({ network: network.name })}</p>
        <div className="space-y-3">
          {isPageRetained ? <p className="text-muted">{t.kept}</p> : null}
          <ButtonLink
            kind="primary"
            isWide
            to={setUpPath(`/networks/${network.slug}`)}
            target={isPageRetained ? '_blank' : undefined}
          >
            {t.setUp}
          </ButtonLink>
          {hasOthers ? (
            <ButtonLink isWide to="/networks">
              {t.others}
            </ButtonLink>
          ) : null}
        </div>
        <div className="mt-6 space-y-2 border-t border-hair pt-4 text-meta text-muted">
          {deadline ? <p>{t.since({ moment: moments.full(deadline) })}</p> : null}
          <p>{t.accepts({ methods: allowedMethods.map((method) => methods[method]).join(', ') })}</p>
          {helpContact ? <p>{t.help({ contact: helpContact })}</p> : null}
          <p>{t.safe}</p>
          <DialogButton
            kind="quiet"
            className="text-meta"
            dialog={(close) => <LeaveDialog network={network} onClose={close} />}
          >
            {texts.people.leave}
          </DialogButton>
        </div>
      </div>
    </ColumnPage>
  )
}

type GateProps = { network: { name: string }; onConfirm: () => void }

/** The person closed the question whether it is them, or none of their methods is accepted here. */
export function SecondStepGate({ network, onConfirm }: GateProps) {
  const t = useTexts('networks').locked
  return (
    <ColumnPage>
      <div className="mx-auto max-w-lg rounded-card border border-hair bg-surface p-4 sm:p-8">
        <PageHeading>{t.confirmTitle({ network: network.name })}</PageHeading>
        <p className="mt-2 mb-6">{t.confirm}</p>
        <div className="space-y-3">
          <Button kind="primary" isWide onClick={onConfirm}>
            {t.confirmButton}
          </Button>
          <ButtonLink isWide to="/networks">
            {t.others}
          </ButtonLink>
        </div>
        <p className="mt-6 border-t border-hair pt-4 text-meta text-muted">{t.another}</p>
        <ButtonLink kind="quiet" className="text-meta" to="/account#two-factor">
          {t.account}
        </ButtonLink>
      </div>
    </ColumnPage>
  )
}
