import { useEffect, useRef } from 'react'
import type { Trouble } from '../api/trouble'
import { TroubleCallout } from '../api/trouble-callout'
import { SendAgain } from './send-again'
import type { SentCode } from './use-send-code'

type Props = { sent: SentCode; send: () => Promise<unknown>; isBusy: boolean; trouble: Trouble | null }

/** Sends the message as soon as this way is chosen: nobody should have to ask for what they wait for. */
export function TextMessage({ sent, send, isBusy, trouble }: Props) {
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
