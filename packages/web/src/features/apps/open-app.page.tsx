import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { failureOf, Interrupted, interruptionCodeOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import type { AppEntryQuery } from '../../generated/graphql'
import { setUpPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { APP_ENTRY } from './apps-documents'

type Entry = AppEntryQuery['appEntry']
type Open = Extract<Entry, { __typename: 'AppEntryOpen' }>
type Refused = Extract<Entry, { __typename: 'AppEntryRefused' }>

/**
 * On the way to an app. What is missing interrupts the question as it does everywhere, and is led to; with nothing
 * missing the way goes on by itself, except the first time, when the page says where they are going.
 */
export function OpenAppPage() {
  const t = useTexts('apps').open
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(APP_ENTRY, { variables: { id }, fetchPolicy: 'network-only' })
  const entry = data?.appEntry
  const onward = `/open/${encodeURIComponent(id)}`
  return (
    <CardPage>
      {entry?.__typename === 'AppEntryOpen' ? <Opened entry={entry} onward={onward} /> : null}
      {entry?.__typename === 'AppEntryRefused' ? <RefusedNotice entry={entry} onward={onward} /> : null}
      {entry || (error instanceof Interrupted && error.isLedAway) ? null : interruptionCodeOf(error) === 'NOT_FOUND' ? (
        <>
          <PageHeading>{t.overTitle}</PageHeading>
          <p className="mt-2 text-muted">{t.overLine}</p>
        </>
      ) : error ? (
        <>
          <PageHeading>{t.stoppedTitle}</PageHeading>
          <div className="mt-4">
            {error instanceof Interrupted ? (
              <Button kind="primary" isWide onClick={() => void refetch()}>
                {t.goOn}
              </Button>
            ) : (
              <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} />
            )}
          </div>
        </>
      ) : (
        <Skeleton lines={3} />
      )}
    </CardPage>
  )
}

function Opened({ entry, onward }: { entry: Open; onward: string }) {
  const t = useTexts('apps').open
  const { app, network, isFirstVisit } = entry
  useEffect(() => {
    if (!isFirstVisit) window.location.replace(`${onward}/continue`)
  }, [isFirstVisit, onward])
  if (!isFirstVisit) return <Skeleton lines={3} />
  return (
    <>
      {app.logo ? <img src={app.logo} alt="" className="mb-4 size-12 rounded-control" /> : null}
      <PageHeading>{t.title({ app: app.name })}</PageHeading>
      <p className="mt-2 text-muted">{t.line({ app: app.name, network: network.name })}</p>
      <dl className="my-6 space-y-3 rounded-card border border-line bg-wash p-5">
        <div>
          <dt className="text-meta text-muted">{t.where}</dt>
          <dd className="break-words text-title">{app.host}</dd>
        </div>
        <div>
          <dt className="text-meta text-muted">{t.shared}</dt>
          <dd>{t.sharedFacts}</dd>
        </div>
      </dl>
      <Button kind="primary" isWide onClick={() => window.location.assign(`${onward}/continue`)}>
        {t.goOn}
      </Button>
      <div className="mt-3 text-center">
        <Button kind="quiet" onClick={() => window.location.assign(`${onward}/decline`)}>
          {t.notNow}
        </Button>
      </div>
    </>
  )
}

function RefusedNotice({ entry, onward }: { entry: Refused; onward: string }) {
  const t = useTexts('apps').open
  const { app, networkName, email, reason } = entry
  const isSetUp = reason === 'SET_UP_SECOND_STEP' || reason === 'SET_UP_PASSKEY'
  const { title, line } = t.refused[reason]
  const values = { app: app.name, network: networkName, email }
  const textOf = (text: string | ((given: typeof values) => string)) => (typeof text === 'string' ? text : text(values))
  return (
    <>
      <PageHeading>{textOf(title)}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{textOf(line)}</p>
      <div className="space-y-3">
        {isSetUp ? (
          <ButtonLink kind="primary" isWide to={setUpPath(onward)}>
            {t.setUp}
          </ButtonLink>
        ) : null}
        <Button kind={isSetUp ? 'quiet' : 'primary'} isWide onClick={() => window.location.assign(`${onward}/decline`)}>
          {t.back({ app: app.name })}
        </Button>
      </div>
    </>
  )
}
