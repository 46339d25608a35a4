import { Skeleton } from '../ui/skeleton'
import { failureOf } from './failure'
import { FailureCallout } from './failure-callout'

type Props = { error: unknown; onRetry: () => unknown; lines?: number }

/** Holds the place of what a query asked for, or says why it did not come. */
export function Loading({ error, onRetry, lines = 3 }: Props) {
  if (!error) return <Skeleton lines={lines} />
  return <FailureCallout failure={failureOf(error)} onRetry={() => void onRetry()} />
}
