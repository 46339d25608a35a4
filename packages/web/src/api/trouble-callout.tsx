import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import type { Trouble } from './trouble'

type Props = { trouble: Trouble | null; onRetry?: () => void }

export function TroubleCallout({ trouble, onRetry }: Props) {
  const t = useTexts('common').trouble
  const moments = useMoments()
  if (!trouble) return null
  const text = {
    offline: t.offline,
    busy: trouble.kind === 'busy' && trouble.retryAt ? t.busyUntil({ moment: moments.soon(trouble.retryAt) }) : t.busy,
    forbidden: t.forbidden,
    missing: t.missing,
    unconfirmed: t.unconfirmed,
    unexpected: t.unexpected,
  }[trouble.kind]
  return (
    <Callout tone={trouble.kind === 'busy' ? 'time' : 'danger'} isUrgent>
      <p>{text}</p>
      {onRetry ? (
        <Button kind="quiet" onClick={onRetry}>
          {t.retry}
        </Button>
      ) : null}
    </Callout>
  )
}
