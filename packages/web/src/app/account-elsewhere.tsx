import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useApiClient } from '../api/api-client'
import { type AccountChange, forgetAccount, onAccountChange } from '../api/current-account'
import { useTexts } from '../texts/use-texts'
import { Button } from '../ui/button'
import { CardPage } from '../ui/card-page'
import { PageHeading } from '../ui/page-heading'

/** What became of this tab's account in another tab; null while it is the same. */
export function useAccountElsewhere(): [AccountChange | null, () => void] {
  const [change, setChange] = useState<AccountChange | null>(null)
  useEffect(() => onAccountChange(setChange), [])
  return [change, () => setChange(null)]
}

type Props = { change: AccountChange; onSettled: () => void }

/** Stands in place of a page whose account is no longer the browser's: nothing of it is shown, and nothing can be done to it. */
export function AccountElsewhere({ change, onSettled }: Props) {
  const t = useTexts('common').elsewhere[change === 'changed' ? 'changed' : 'signedOut']
  const loadClient = useApiClient()
  const navigate = useNavigate()
  const goOn = async () => {
    forgetAccount()
    navigate(change === 'changed' ? '/networks' : '/sign-in', { replace: true })
    await (await loadClient()).clearStore()
    onSettled()
  }
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6">{t.line}</p>
      <Button kind="primary" isWide onClick={() => void goOn()}>
        {t.button}
      </Button>
    </CardPage>
  )
}
