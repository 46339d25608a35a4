import { type ReactNode, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CodeForm } from '../../ui/code-form'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'
import { ACCOUNT } from './account-documents'

const CHANGE_EMAIL = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      ... on EmailChangeCodeSent {
        email
      }
      ...InvalidFields
      ...TooManyTries
    }
  }
`)

const CONFIRM_EMAIL_CHANGE = graphql(`
  mutation ConfirmEmailChange($code: String!) {
    confirmEmailChange(code: $code) {
      ... on EmailChanged {
        viewer {
          id
          email
        }
      }
      ...WrongCode
      ...TooManyTries
    }
  }
`)

/** Another address: which one, then the code that was sent there. */
export function EmailDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('account').email
  const common = useTexts('common')
  const moments = useMoments()
  const { textOf } = useRefusals()
  const { run, isBusy, failure } = useAct(CHANGE_EMAIL)
  const [problem, setProblem] = useState<string>()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const send = async (email: string) => {
    setProblem(undefined)
    const answer = await run({ input: { email } })
    if (answer?.__typename === 'EmailChangeCodeSent') {
      if (sentTo) toast(common.sent({ to: answer.email }))
      setSentTo(answer.email)
    }
    if (answer?.__typename === 'InvalidInput') setProblem(textOf(answer))
    if (answer?.__typename === 'TooManyAttempts') setProblem(t.tooMany({ moment: moments.soon(answer.retryAt) }))
  }
  if (sentTo) {
    return (
      <CodeDialog email={sentTo} onClose={onClose}>
        <Callout tone="time" isUrgent>
          {problem}
        </Callout>
        <FailureCallout failure={failure} />
        <div className="flex flex-wrap gap-x-2">
          <Button kind="quiet" isInert={isBusy} onClick={() => void send(sentTo)}>
            {common.sendAgain}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              setTyped(sentTo)
              setSentTo(null)
              setProblem(undefined)
            }}
          >
            {t.another}
          </Button>
        </div>
      </CodeDialog>
    )
  }
  return (
    <FormDialog
      title={t.dialogTitle}
      onClose={onClose}
      submitLabel={t.send}
      onSubmit={({ email = '' }) => void send(email)}
      isBusy={isBusy}
      failure={failure}
      refusal={problem}
      takesFocus
    >
      <p>{t.consequence}</p>
      <Field name="email" type="email" label={t.label} autoComplete="email" defaultValue={typed} error={problem} />
    </FormDialog>
  )
}

type CodeProps = { email: string; onClose: () => void; children: ReactNode }

function CodeDialog({ email, onClose, children }: CodeProps) {
  const t = useTexts('account').email
  const { run, failure } = useAct(CONFIRM_EMAIL_CHANGE, { refetch: [ACCOUNT] })
  const problemOf = useCodeProblem()
  const confirm = async (code: string) => {
    const answer = await run({ code })
    if (answer?.__typename !== 'EmailChanged') return problemOf(answer)
    toast(t.saved({ email: answer.viewer.email }))
    onClose()
    return undefined
  }
  return (
    <Dialog title={t.codeTitle} onClose={onClose}>
      <div className="space-y-5">
        <CodeForm label={t.codeLabel} hint={t.sentTo({ email })} submitLabel={t.confirm} onCode={confirm} takesFocus />
        <FailureCallout failure={failure} />
        {children}
      </div>
    </Dialog>
  )
}
