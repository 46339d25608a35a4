import { useEffect, useRef } from 'react'
import { companyConfirmed } from '../../api/tab-channel'
import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'

type Props = { startUrl: string; onConfirm: () => void }

/** Confirms at the company sign-in, in a window of its own: what was typed here waits. */
export function CompanyStep({ startUrl, onConfirm }: Props) {
  const t = useTexts('common').confirm
  const latest = useRef(onConfirm)
  useEffect(() => {
    latest.current = onConfirm
  })
  useEffect(() => companyConfirmed.hear(() => latest.current()), [])
  const open = () => {
    const opened = window.open(
      withQuery(startUrl, { next: '/sign-in/sso/confirmed' }),
      '_blank',
      'popup,width=520,height=720',
    )
    // Where the browser allows no second window, this one goes and comes back.
    if (!opened)
      window.location.assign(withQuery(startUrl, { next: window.location.pathname + window.location.search }))
  }
  return (
    <div className="space-y-5">
      <p>{t.company}</p>
      <Button kind="primary" isWide onClick={open}>
        {t.companyButton}
      </Button>
    </div>
  )
}
