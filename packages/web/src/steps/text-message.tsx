import { useEffect, useRef } from 'react'
import type { Failure } from '../api/failure'
import { FailureCallout } from '../api/failure-callout'
import { SendAgain } from './send-again'
import type { SentCode } from './use-send-code'

type Props = { sent: SentCode; send: () => Promise<unknown>; isBusy: boolean; failure: Failure | null }

/** Sends the message as soon as this way is chosen: nobody should have to ask for what they wait for. */
export function TextMessage({ sent, send, isBusy, failure }: Props) {
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) void send()
    isFirst.current = false
  }, [send])
  return (
    <>
      <FailureCallout failure={failure} />
      <SendAgain sent={sent} isBusy={isBusy} onSend={() => void send()} />
    </>
  )
}
