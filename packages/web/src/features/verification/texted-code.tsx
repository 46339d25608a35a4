import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { SendAgain } from '../../steps/send-again'
import { useSendCode } from '../../steps/use-send-code'
import { SEND_VERIFICATION_CODE, VERIFICATION_REQUEST } from './verification-documents'

/** Sends the text as soon as this way is chosen; it answers this one question. */
export function TextedCode({ id }: { id: string }) {
  const { run, isBusy, trouble } = useAct(SEND_VERIFICATION_CODE)
  const sent = useSendCode()
  const { send: sendBy } = sent
  const client = useApolloClient()
  const send = useCallback(async () => {
    const outcome = await sendBy(async () => (await run({ id }))?.sendVerificationCode)
    // The page says that the question is over, and leads back.
    if (outcome === 'over') await client.refetchQueries({ include: [VERIFICATION_REQUEST] })
  }, [run, sendBy, id, client])
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) void send()
    isFirst.current = false
  }, [send])
  return (
    <>
      <TroubleCallout trouble={trouble} />
      <SendAgain sent={sent} isBusy={isBusy} onSend={() => void send()} />
    </>
  )
}
