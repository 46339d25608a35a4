import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { CodeDeliveryState, type DeliveryWatch } from '../../steps/code-delivery-state'
import { withReturnPath } from '../../steps/return-path'
import { SendAgain } from '../../steps/send-again'
import { type SecondStepRequired, SIGN_IN_PROGRESS } from '../../steps/sign-in-step'
import { endOf } from '../../steps/use-follow-step'
import { useSendCode } from '../../steps/use-send-code'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'

const SEND_SIGN_IN_CODE = graphql(`
  mutation SendSignInCode($signInId: ID) {
    sendSignInCode(signInId: $signInId) {
      ...SendCodeFields
    }
  }
`)

/** Where the text message is: on its way, late, held back for now, or not delivered; and how to get another. */
export function TextMessageState({ step, delivery }: { step: SecondStepRequired; delivery: DeliveryWatch }) {
  const t = useTexts('signIn').verify
  const moments = useMoments()
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { run, isBusy, failure } = useAct(SEND_SIGN_IN_CODE)
  const sent = useSendCode({ retryAt: step.sendRetryAt ?? step.resendAvailableAt })
  const { send: sendBy } = sent
  const { signInId } = step
  const send = useCallback(async () => {
    const outcome = await sendBy(async () => (await run({ signInId }))?.sendSignInCode)
    if (outcome === 'over' || outcome === 'replaced')
      navigate(withReturnPath('/sign-in', search), {
        replace: true,
        state: endOf({ wasReplaced: outcome === 'replaced' }),
      })
    else await client.refetchQueries({ include: [SIGN_IN_PROGRESS] })
  }, [sendBy, run, signInId, navigate, search, client])

  // Chosen after another way: nothing was sent yet, and choosing it is asking for it.
  const mustSend = useRef(step.codeDelivery === null && step.sendRetryAt === null)
  useEffect(() => {
    if (mustSend.current) void send()
    mustSend.current = false
  }, [send])

  const isHeld = step.codeDelivery === null && step.sendRetryAt
  return (
    <div className="space-y-3">
      {isHeld && step.sendRetryAt ? (
        <Callout tone="time">{t.smsHeld({ moment: moments.soon(step.sendRetryAt) })}</Callout>
      ) : null}
      {sent.problem ? null : (
        <CodeDeliveryState delivery={step.codeDelivery} watch={delivery} late={t.smsLate} failed={t.smsFailed} />
      )}
      <FailureCallout failure={failure} />
      <SendAgain sent={sent} isBusy={isBusy} onSend={() => void send()} />
    </div>
  )
}
