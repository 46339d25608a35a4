import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { useEffect } from 'react'
import { Callout } from '../ui/callout'

/** Asks the server again and again, and stops. */
export type DeliveryWatch = { startPolling: (everyMs: number) => void; stopPolling: () => void }

const WATCH_EVERY = 3_000

type Props = {
  /** Null: none was requested. */
  delivery: CodeDelivery | null
  watch: DeliveryWatch
  late: string
  failed: string
}

/** Asks how far a code has come until it is sent, and says when it is late or will not come. */
export function CodeDeliveryState({ delivery, watch, late, failed }: Props) {
  const isOnItsWay = delivery === 'QUEUED' || delivery === 'DELAYED'
  const { startPolling, stopPolling } = watch
  useEffect(() => {
    if (!isOnItsWay) return
    startPolling(WATCH_EVERY)
    return stopPolling
  }, [isOnItsWay, startPolling, stopPolling])
  switch (delivery) {
    case 'DELAYED':
      return (
        <Callout tone="time" isUrgent>
          {late}
        </Callout>
      )
    case 'FAILED':
      return (
        <Callout tone="danger" isUrgent>
          {failed}
        </Callout>
      )
    default:
      return null
  }
}
