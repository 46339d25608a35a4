import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import type { Failure } from './failure'

type Props = { failure: Failure | null; onRetry?: () => void }

export function FailureCallout({ failure, onRetry }: Props) {
  const t = useTexts('common').trouble
  const moments = useMoments()
  if (!failure) return null
  const text = {
    offline: t.offline,
    busy: failure.kind === 'busy' && failure.retryAt ? t.busyUntil({ moment: moments.soon(failure.retryAt) }) : t.busy,
    forbidden: t.forbidden,
    missing: t.missing,
    unconfirmed: t.unconfirmed,
    unexpected: t.unexpected,
  }[failure.kind]
  return (
    <Callout tone={failure.kind === 'busy' ? 'time' : 'danger'} isUrgent>
      <p>{text}</p>
      {onRetry ? (
        <Button kind="quiet" onClick={onRetry}>
          {t.retry}
        </Button>
      ) : null}
    </Callout>
  )
}
