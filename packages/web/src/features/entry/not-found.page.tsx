import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

export function NotFoundPage() {
  const t = useTexts('entry').notFound
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6">{t.line}</p>
      <ButtonLink kind="primary" isWide to="/">
        {t.home}
      </ButtonLink>
    </CardPage>
  )
}
