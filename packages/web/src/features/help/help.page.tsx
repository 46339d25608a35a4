import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

export function HelpPage() {
  const t = useTexts('help')
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      {t.questions.map(({ title, text }) => (
        <section key={title} className="mt-6">
          <h2 className="font-semibold">{title}</h2>
          <p className="mt-1 text-muted">{text}</p>
        </section>
      ))}
      <ButtonLink to="/sign-in" isWide className="mt-8">
        {t.back}
      </ButtonLink>
    </CardPage>
  )
}
