import { useEffect, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { IncompleteLink } from '../../steps/incomplete-link'
import { tokenOfAddress, useCleanAddress } from '../../steps/link-token'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { NoticePage } from '../../ui/notice-page'
import { PageHeading } from '../../ui/page-heading'
import { toast } from '../../ui/toast'

const EXPORT_DATA = graphql(`
  mutation ExportData($token: String!) {
    exportData(token: $token) {
      ... on DataExport {
        json
      }
    }
  }
`)

/** Outlives the sign-in that the way here may lead through; by itself, and in another account, it opens nothing. */
const KEY = 'twinlock.export'

export function ExportPage() {
  const t = useTexts('account').export
  const [token] = useState(() => tokenOfAddress() || (sessionStorage.getItem(KEY) ?? ''))
  useCleanAddress()
  useEffect(() => sessionStorage.setItem(KEY, token), [token])
  const { run, isBusy, failure } = useAct(EXPORT_DATA)
  const [isOver, setOver] = useState(false)
  const download = async () => {
    const answer = await run({ token })
    if (answer?.__typename === 'ResetLinkExpired') return setOver(true)
    if (answer?.__typename !== 'DataExport') return
    save(answer.json)
    sessionStorage.removeItem(KEY)
    toast(t.done)
  }
  if (!token) return <IncompleteLink button={t.account} to="/account#data" />
  if (isOver) return <NoticePage title={t.overTitle} text={t.over} button={t.account} to="/account#data" />
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6">{t.line}</p>
      <div className="space-y-4">
        <FailureCallout failure={failure} />
        <Button kind="primary" isWide isInert={isBusy} onClick={() => void download()}>
          {t.button}
        </Button>
      </div>
    </CardPage>
  )
}

function save(json: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'my-data.json'
  link.click()
  URL.revokeObjectURL(url)
}
