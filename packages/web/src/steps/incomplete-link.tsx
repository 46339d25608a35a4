import { useTexts } from '../texts/use-texts'
import { ButtonLink } from '../ui/button'
import { CardPage } from '../ui/card-page'
import { PageHeading } from '../ui/page-heading'

/**
 * A mailed link whose token a mail program cut off: how to get the whole address, and another way on.
 * @param note what else matters before it is fixed
 */
export function IncompleteLink({ note, button, to }: { note?: string; button: string; to: string }) {
  const t = useTexts('common').incompleteLink
  return (
    <CardPage key="incomplete">
      <PageHeading>{t.title}</PageHeading>
      {note ? <p className="mt-2">{note}</p> : null}
      <p className="mt-2">{t.why}</p>
      <p className="mt-2 mb-6">{t.what}</p>
      <ButtonLink isWide to={to}>
        {button}
      </ButtonLink>
    </CardPage>
  )
}
