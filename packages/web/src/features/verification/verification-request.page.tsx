import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { Loading } from '../../api/loading'
import { useAct } from '../../api/use-act'
import { setUpPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { NoticePage } from '../../ui/notice-page'
import { PageHeading } from '../../ui/page-heading'
import { Answer } from './answer'
import {
  type Answered,
  type Asked,
  type Ended,
  LEAVE_VERIFICATION,
  VERIFICATION_REQUEST,
} from './verification-documents'

/** An app asks whether it is really them: what for, how much and to whom stand larger than anything else. */
export function VerificationRequestPage() {
  const t = useTexts('verification')
  const { id = '' } = useParams()
  const [ended, setEnded] = useState<Ended | null>(null)
  const { data, error, refetch } = useQuery(VERIFICATION_REQUEST, { variables: { id }, fetchPolicy: 'network-only' })
  const asked = data?.verificationRequest
  const end = ({ status, returnTo }: Answered) => {
    if (status === 'PENDING') return
    setEnded({ status, returnTo })
    // Straight back where all went well; whatever else came of it is read first.
    if (status === 'COMPLETED' || status === 'NO_SECOND_STEP') window.location.assign(returnTo)
  }
  const outcome = ended ?? (asked && endOf(asked))
  if (asked && outcome) {
    return (
      <CardPage>
        <EndedNotice app={asked.app} ended={outcome} />
      </CardPage>
    )
  }
  if (asked?.methods.length === 0 && !asked.providerUrl) {
    return (
      <CardPage>
        <SetUpFirst asked={asked} onEnd={end} />
      </CardPage>
    )
  }
  if (data && !asked) {
    const text = t.missingLine({ email: data.viewer?.email ?? '' })
    return <NoticePage title={t.missingTitle} text={text} button={t.missingButton} to="/networks" />
  }
  return (
    <CardPage>
      {asked ? (
        <>
          <PageHeading>{t.title({ app: asked.app })}</PageHeading>
          <p className="mt-2 text-muted">{t.line({ network: asked.networkName })}</p>
          <Shown asked={asked} />
          <Answer asked={asked} onEnd={end} />
        </>
      ) : (
        <Loading error={error} onRetry={refetch} lines={5} />
      )}
    </CardPage>
  )
}

function endOf({ status, returnTo }: Asked): Ended | null {
  return status === 'PENDING' ? null : { status, returnTo: returnTo ?? '/' }
}

/** How it ended, and the way back; no result stands in its address. */
function EndedNotice({ app, ended }: { app: string; ended: Ended }) {
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

/** Without a second step there is nothing to prove it with: the set-up leads on, and back here. */
function SetUpFirst({ asked, onEnd }: { asked: Asked; onEnd: (answered: Answered) => void }) {
  const t = useTexts('verification')
  const moments = useMoments()
  const { run, isBusy, failure } = useAct(LEAVE_VERIFICATION)
  const leave = async () => {
    const answer = await run({ id: asked.id })
    if (answer) onEnd(answer)
  }
  const back = `/verify/${asked.id}`
  return (
    <>
      <PageHeading>{t.setUpTitle}</PageHeading>
      <p className="mt-2 text-muted">{t.setUpLine({ app: asked.app })}</p>
      <Shown asked={asked} />
      <div className="space-y-4">
        <ButtonLink kind="primary" isWide to={setUpPath(back)}>
          {t.setUp}
        </ButtonLink>
        <FailureCallout failure={failure} />
        <Button kind="quiet" isInert={isBusy} onClick={() => void leave()}>
          {t.notNow}
        </Button>
        <p className="text-meta text-muted">{t.until({ moment: moments.soon(asked.expiresAt) })}</p>
      </div>
    </>
  )
}

/** What is confirmed, as the app has put it. */
function Shown({ asked }: { asked: Asked }) {
  const t = useTexts('verification')
  const facts = [
    { label: t.reason, value: asked.reason },
    { label: t.amount, value: asked.amount },
    { label: t.payee, value: asked.payee },
  ].filter((fact): fact is { label: string; value: string } => fact.value !== null)
  return (
    <dl className="my-6 space-y-3 rounded-card border border-line bg-wash p-5">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-meta text-muted">{label}</dt>
          <dd className="break-words text-title">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
