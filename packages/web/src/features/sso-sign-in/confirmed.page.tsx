import { useEffect } from 'react'
import { companyConfirmed } from '../../api/tab-channel'
import { useTexts } from '../../texts/use-texts'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

/** Ends the window in which a user confirmed at their company's sign-in: notifies the other window, and closes. */
export function ConfirmedPage() {
  const t = useTexts('companySignIn').confirmed
  useEffect(() => {
    companyConfirmed.post(true)
    window.close()
  }, [])
  return (
    <CardPage>
      <PageHeading className="text-title">{t.title}</PageHeading>
      <p className="mt-2">{t.line}</p>
    </CardPage>
  )
}
