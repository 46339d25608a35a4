import type { TypedDocumentNode } from '@apollo/client'
import { type ReactNode, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { IncompleteLink } from '../../steps/incomplete-link'
import { useLinkToken } from '../../steps/link-token'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { NoticePage } from '../../ui/notice-page'
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
const UNDO_EMAIL_CHANGE = graphql(`
  mutation UndoEmailChange($token: String!) {
    undoEmailChange(token: $token) {
      ... on EmailChangeUndone {
        email
      }
    }
  }
`)

/** Where the warning leads that an Admin helps a member back in. */
export function CancelReEnrolmentPage() {
  const t = useTexts('entry').stop
  return (
    <MailedAct
      mutation={CANCEL_RE_ENROLMENT}
      texts={t}
      note={t.notStopped}
      doneOf={(answer) => ('network' in answer ? t.done({ network: answer.network.name }) : null)}
    >
      <p className="mt-2 mb-6">{t.line}</p>
    </MailedAct>
  )
}

/** Where the mail to a former address leads. */
export function UndoEmailPage() {
  const t = useTexts('entry').undoEmail
  return (
    <MailedAct
      mutation={UNDO_EMAIL_CHANGE}
      texts={t}
      note={t.notUndone}
      doneOf={(answer) => ('email' in answer ? t.done({ email: answer.email }) : null)}
    >
      <p className="mt-2">{t.line}</p>
      <ul className="mt-3 mb-6 list-disc space-y-1 ps-5">
        {t.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </MailedAct>
  )
}

type Names = 'title' | 'button' | 'wasMe' | 'doneTitle' | 'newPassword' | 'overTitle' | 'over' | 'signIn'
type Props<Data> = {
  mutation: TypedDocumentNode<Data, { token: string }>
  texts: Record<Names, string>
  /** What matters before an incomplete link is fixed. */
  note: string
  /** What was done; null where the link no longer works. */
  doneOf: (answer: Data[keyof Data]) => string | null
  children: ReactNode
}

/** One press, since mail programs open links by themselves. */
function MailedAct<Data>({ mutation, texts: t, note, doneOf, children }: Props<Data>) {
  const token = useLinkToken()
  const { run, isBusy, failure } = useAct(mutation)
  const [answer, setAnswer] = useState<Data[keyof Data]>()
  if (!token) return <IncompleteLink note={note} button={t.signIn} to="/sign-in" />
  if (answer) {
    const done = doneOf(answer)
    return done ? (
      <NoticePage title={t.doneTitle} text={done} button={t.newPassword} to="/forgot-password" />
    ) : (
      <NoticePage title={t.overTitle} text={t.over} button={t.signIn} to="/sign-in" />
    )
  }
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      {children}
      <div className="space-y-4">
        <FailureCallout failure={failure} />
        <Button kind="primary" isWide isInert={isBusy} onClick={() => void run({ token }).then(setAnswer)}>
          {t.button}
        </Button>
        <p className="text-meta text-muted">{t.wasMe}</p>
      </div>
    </CardPage>
  )
}
