import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { useCallback, useEffect, useRef } from 'react'
import { FailureCallout } from '../api/failure-callout'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'
import type { SignInStepFieldsFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { CodeForm } from '../ui/code-form'
import { CodeDeliveryState, type DeliveryWatch } from './code-delivery-state'
import { SendAgain } from './send-again'
import { useCodeProblem } from './use-code-problem'
import type { Refusal } from './use-follow-step'
import { useSendCode } from './use-send-code'

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
  const sending = useAct(SEND_MAILBOX_CODE)
  const proving = useAct(PROVE_MAILBOX)
  const sent = useSendCode({ sentTo, retryAt: mail?.resendAvailableAt ?? null })
  const send = async () => {
    const outcome = await sent.send(async () => (await sending.run({ signInId }))?.sendMailboxCode)
    if (outcome === 'sent') await mail?.refetch()
    if (outcome === 'over' || outcome === 'replaced')
      await onStep({ __typename: 'SignInExpired', wasReplaced: outcome === 'replaced' })
  }
  const firstSend = useRef(sentTo ? null : send)
  useEffect(() => {
    // Taken out before it runs: effects run twice in development.
    const sendFirst = firstSend.current
    firstSend.current = null
    void sendFirst?.()
  }, [])
  const { run } = proving
  const prove = useCallback(
    async (code: string) => {
      const step = (await run({ code, signInId }))?.proveMailbox
      const refusal = step && (await onStep(step))
      if (!refusal || refusal.__typename === 'SsoRequired' || refusal.__typename === 'InvalidCredentials')
        return undefined
      return problemOf(refusal)
    },
    [run, onStep, problemOf, signInId],
  )
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
      <FailureCallout failure={proving.failure ?? sending.failure} />
      {mail ? (
        <CodeDeliveryState delivery={mail.delivery} watch={mail.watch} late={t.email.late} failed={t.email.failed} />
      ) : null}
      <SendAgain sent={sent} isBusy={sending.isBusy} onSend={() => void send()} />
    </div>
  )
}
