import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { ColumnPage } from '../../ui/column-page'
import { PageHeading } from '../../ui/page-heading'

type Props = { network: { name: string }; onConfirm: () => void }

/** The person closed the question whether it is them, or none of their methods is accepted here. */
export function SecondStepGate({ network, onConfirm }: Props) {
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
