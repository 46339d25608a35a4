import { useEffect } from 'react'
import { tellConfirmed } from '../../steps/company-confirmation'
import { useTexts } from '../../texts/use-texts'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

/** Where the window ends in which somebody confirmed at their company's sign-in: it tells the other one, and closes. */
export function ConfirmedPage() {
  const t = useTexts('companySignIn').confirmed
  useEffect(() => {
    tellConfirmed()
    window.close()
  }, [])
  return (
    <CardPage>
      <PageHeading className="text-title">{t.title}</PageHeading>
      <p className="mt-2">{t.line}</p>
    </CardPage>
  )
}
