import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { IncompleteLink, LinkEnding } from '../../steps/link-ending'
import { useLinkToken } from '../../steps/link-token'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'

const CANCEL_RE_ENROLMENT = graphql(`
  mutation CancelReEnrolment($token: String!) {
    cancelReEnrolment(token: $token) {
      ... on ReEnrolmentCancelled {
        network {
          id
          name
        }
      }
    }
  }
`)

/** Where the warning's link leads. One press, since mail programs open links by themselves. */
export function CancelReEnrolmentPage() {
  const t = useTexts('entry').stop
  const token = useLinkToken()
  const { run, isBusy, failure } = useAct(CANCEL_RE_ENROLMENT)
  const [outcome, setOutcome] = useState<{ network: string } | 'open' | 'over'>('open')
  const stop = async () => {
    const answer = await run({ token })
    if (answer?.__typename === 'ReEnrolmentCancelled') setOutcome({ network: answer.network.name })
    if (answer?.__typename === 'ReEnrolmentLinkExpired') setOutcome('over')
  }
  if (!token) return <IncompleteLink note={t.notStopped} button={t.signIn} to="/sign-in" />
  if (outcome === 'over') return <LinkEnding title={t.overTitle} text={t.over} button={t.signIn} to="/sign-in" />
  if (outcome !== 'open')
    return (
      <LinkEnding
        title={t.doneTitle}
        text={t.done({ network: outcome.network })}
        button={t.newPassword}
        to="/forgot-password"
      />
    )
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6">{t.line}</p>
      <div className="space-y-4">
        <FailureCallout failure={failure} />
        <Button kind="primary" isWide isInert={isBusy} onClick={() => void stop()}>
          {t.button}
        </Button>
        <p className="text-meta text-muted">{t.wasMe}</p>
      </div>
    </CardPage>
  )
}
