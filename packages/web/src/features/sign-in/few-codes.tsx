import { useApolloClient } from '@apollo/client/react'
import { useLocation, useNavigate } from 'react-router'
import { ARRIVING, returnPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

/** Between the sign-in and where it leads: a user who spent one of their last codes can make new ones now. */
export function FewCodes({ left }: { left: number }) {
  const t = useTexts('signIn').few
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  const goTo = async (path: string) => {
    await client.clearStore()
    navigate(path, { replace: true, state: ARRIVING })
  }
  return (
    <CardPage>
      <PageHeading>{t.title({ left })}</PageHeading>
      <p className="mt-2 mb-6">{t.line}</p>
      <div className="space-y-3">
        <Button kind="primary" isWide onClick={() => void goTo('/account#backup-codes')}>
          {t.renew}
        </Button>
        <Button isWide onClick={() => void goTo(returnPath(search))}>
          {t.later}
        </Button>
      </div>
    </CardPage>
  )
}
