import { ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

/** Where a mailed link ends: what became of it, and the one way on. */
export function LinkEnding({ title, text, button, to }: { title: string; text: string; button: string; to: string }) {
  return (
    <CardPage key={title}>
      <PageHeading>{title}</PageHeading>
      <p className="mt-2 mb-6">{text}</p>
      <ButtonLink kind="primary" isWide to={to}>
        {button}
      </ButtonLink>
    </CardPage>
  )
}
