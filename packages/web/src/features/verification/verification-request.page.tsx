import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { Answer } from './answer'
import { EndedNotice } from './ended-notice'
import { SetUpFirst } from './set-up-first'
import { Shown } from './shown'
import { type Answered, type Asked, type Ended, VERIFICATION_REQUEST } from './verification-documents'

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
  return (
    <CardPage>
      {asked ? (
        <>
          <PageHeading>{t.title({ app: asked.app })}</PageHeading>
          <p className="mt-2 text-muted">{t.line({ network: asked.networkName })}</p>
          <Shown asked={asked} />
          <Answer asked={asked} onEnd={end} />
        </>
      ) : null}
      {data && !asked ? (
        <>
          <PageHeading>{t.missingTitle}</PageHeading>
          <p className="mt-2 mb-6 text-muted">{t.missingLine({ email: data.viewer?.email ?? '' })}</p>
          <ButtonLink kind="primary" isWide to="/networks">
            {t.missingButton}
          </ButtonLink>
        </>
      ) : null}
      {error && !data ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={5} /> : null}
    </CardPage>
  )
}

function endOf({ status, returnTo }: Asked): Ended | null {
  return status === 'PENDING' ? null : { status, returnTo: returnTo ?? '/' }
}
