import { useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { serverNow } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Countdown } from '../ui/countdown'
import type { SentCode } from './use-send-code'

type Props = { sent: SentCode; onSend: () => void; isBusy: boolean; label?: string }

/** Sends the code again, once it may. The time that is left stands beside the button, never in its name. */
export function SendAgain({ sent, onSend, isBusy, label }: Props) {
  const t = useTexts('common')
  const moments = useMoments()
  const [endedAt, setEndedAt] = useState<string | null>(null)
  const isWaiting = sent.retryAt !== null && sent.retryAt !== endedAt && Date.parse(sent.retryAt) > serverNow()
  return (
    <div className="space-y-3">
      {sent.problem ? (
        <Callout tone="danger" isUrgent>
          {sent.problem}
        </Callout>
      ) : null}
      {sent.sentAt && !sent.problem ? (
        <p className="text-muted">{t.sentAt({ moment: moments.soon(sent.sentAt) })}</p>
      ) : null}
      <p className="flex min-h-11 flex-wrap items-center gap-x-3 text-muted">
        {isWaiting && sent.retryAt ? (
          <span>
            {t.sendAgainIn} <Countdown until={sent.retryAt} onEnd={() => setEndedAt(sent.retryAt)} />
          </span>
        ) : (
          <Button kind="quiet" isInert={isBusy} onClick={onSend}>
            {label ?? t.sendAgain}
          </Button>
        )}
      </p>
    </div>
  )
}
