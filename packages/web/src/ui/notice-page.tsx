import { ButtonLink } from './button'
import { CardPage } from './card-page'
import { PageHeading } from './page-heading'

/** One thing to say, and the one way on. */
export function NoticePage({ title, text, button, to }: { title: string; text: string; button: string; to: string }) {
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
