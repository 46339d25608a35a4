import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { PageHeading } from '../../ui/page-heading'
import type { Ended } from './verification-documents'

/** How it ended, and the way back; no result stands in its address. */
export function EndedNotice({ app, ended }: { app: string; ended: Ended }) {
  const t = useTexts('verification')
  const { title, line } = t.ends[ended.status]
  return (
    <>
      <PageHeading key={ended.status}>{title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{line}</p>
      <Button kind="primary" isWide onClick={() => window.location.assign(ended.returnTo)}>
        {t.back({ app })}
      </Button>
    </>
  )
}
