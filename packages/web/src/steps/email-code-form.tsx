import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { FailureCallout } from '../api/failure-callout'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'
import type { SignInStepFieldsFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { CodeForm } from '../ui/code-form'
import { type DeliveryWatch, SendAgain, useSentCode } from './sent-code'
import { useCodeProblem } from './use-code-problem'
import type { Refusal } from './use-follow-step'

const SEND_MAILBOX_CODE = graphql(`
  mutation SendMailboxCode($signInId: ID) {
    sendMailboxCode(signInId: $signInId) {
      ...SendCodeFields
    }
  }
`)

const PROVE_MAILBOX = graphql(`
  mutation ProveMailbox($code: String!, $signInId: ID) {
    proveMailbox(code: $code, signInId: $signInId) {
      ...SignInStepFields
    }
  }
`)

export type MailProgress = {
  delivery: CodeDelivery | null
  watch: DeliveryWatch
  /** When another may be requested. */
  resendAvailableAt: string | null
  /** Requests a new code: another is on its way. */
  refetch: () => Promise<unknown>
}

type Props = {
  /** The sign-in that it belongs to; null in a session. */
  signInId: string | null
  /** Where a code has been sent already, masked; null: send one now. */
  sentTo: string | null
  /** The delivery state of the newest, where the page asks for it. */
  mail?: MailProgress
  /** Takes the step that the right code leads to; gives back one that is no way on. */
  onStep: (step: SignInStepFieldsFragment) => Promise<Refusal | undefined>
}

/** Proves that the account's email is the person's own. */
export function EmailCodeForm({ signInId, sentTo, mail, onStep }: Props) {
  const t = useTexts('common')
  const problemOf = useCodeProblem()
  const { run, failure } = useAct(PROVE_MAILBOX)
  const sent = useSentCode(
    SEND_MAILBOX_CODE,
    { signInId },
    {
      sentTo,
      retryAt: mail?.resendAvailableAt ?? null,
      sendsItself: sentTo === null,
      onAnswer: async (answer) => {
        if (answer.__typename === 'CodeSent') await mail?.refetch()
        if (answer.__typename === 'SignInExpired') await onStep(answer)
      },
    },
  )
  const prove = async (code: string) => {
    const step = await run({ code, signInId })
    return problemOf(step && (await onStep(step)))
  }
  return (
    <div className="space-y-5">
      <CodeForm
        label={t.email.codeLabel}
        hint={
          sent.sentTo && sent.sentTo !== sentTo
            ? `${t.email.sentTo({ address: sent.sentTo })} ${t.email.notThere}`
            : t.email.notThere
        }
        submitLabel={t.continue}
        onCode={prove}
      />
      <FailureCallout failure={failure} />
      <SendAgain
        sent={sent}
        delivery={mail && { state: mail.delivery, watch: mail.watch, late: t.email.late, failed: t.email.failed }}
      />
    </div>
  )
}
