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

const UNDO_EMAIL_CHANGE = graphql(`
  mutation UndoEmailChange($token: String!) {
    undoEmailChange(token: $token) {
      ... on EmailChangeUndone {
        email
      }
    }
  }
`)

/** Where the mail to a former address leads. One press, since mail programs open links by themselves. */
export function UndoEmailPage() {
  const t = useTexts('entry').undoEmail
  const token = useLinkToken()
  const { run, isBusy, failure } = useAct(UNDO_EMAIL_CHANGE)
  const [outcome, setOutcome] = useState<{ email: string } | 'open' | 'over'>('open')
  const undo = async () => {
    const answer = await run({ token })
    if (answer?.__typename === 'EmailChangeUndone') setOutcome({ email: answer.email })
    if (answer?.__typename === 'ResetLinkExpired') setOutcome('over')
  }
  if (!token) return <IncompleteLink note={t.notUndone} button={t.signIn} to="/sign-in" />
  if (outcome === 'over') return <LinkEnding title={t.overTitle} text={t.over} button={t.signIn} to="/sign-in" />
  if (outcome !== 'open')
    return (
      <LinkEnding
        title={t.doneTitle}
        text={t.done({ email: outcome.email })}
        button={t.newPassword}
        to="/forgot-password"
      />
    )
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2">{t.line}</p>
      <ul className="mt-3 mb-6 list-disc space-y-1 ps-5">
        {t.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className="space-y-4">
        <FailureCallout failure={failure} />
        <Button kind="primary" isWide isInert={isBusy} onClick={() => void undo()}>
          {t.button}
        </Button>
        <p className="text-meta text-muted">{t.wasMe}</p>
      </div>
    </CardPage>
  )
}
