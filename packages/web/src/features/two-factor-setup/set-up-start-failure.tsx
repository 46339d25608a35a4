import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import type { SetUpStart } from './use-set-up-start'

/** Why no set-up was begun, and the way to try again where that helps. */
export function SetUpStartFailure({ beginning }: { beginning: SetUpStart<unknown> }) {
  const common = useTexts('common')
  const { begin, failure, problem, isStopped } = beginning
  return (
    <>
      <FailureCallout failure={failure} onRetry={() => void begin()} />
      <Callout tone="time" isUrgent>
        {problem}
      </Callout>
      {isStopped && !failure ? (
        <Button isWide onClick={() => void begin()}>
          {common.trouble.retry}
        </Button>
      ) : null}
    </>
  )
}
