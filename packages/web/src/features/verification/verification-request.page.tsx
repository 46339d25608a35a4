import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Loading } from '../../api/loading'
import { useTexts } from '../../texts/use-texts'
import { CardPage } from '../../ui/card-page'
import { NoticePage } from '../../ui/notice-page'
import { PageHeading } from '../../ui/page-heading'
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
