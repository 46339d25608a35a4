import { useCallback, useEffect, useRef } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { SendAgain } from '../../steps/send-again'
import { useSendCode } from '../../steps/use-send-code'
import { SEND_VERIFICATION_CODE } from './verification-documents'

/** Sends the text as soon as this way is chosen; it answers this one question. */
export function TextedCode({ id }: { id: string }) {
  const { run, isBusy, trouble } = useAct(SEND_VERIFICATION_CODE)
  const sent = useSendCode()
  const { send: sendBy } = sent
  const send = useCallback(() => sendBy(async () => (await run({ id }))?.sendVerificationCode), [run, sendBy, id])
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
