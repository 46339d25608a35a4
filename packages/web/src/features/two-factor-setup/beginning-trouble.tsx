import { TroubleCallout } from '../../api/trouble-callout'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import type { Beginning } from './use-beginning'

/** Why no set-up was begun, and the way to try again where that helps. */
export function BeginningTrouble({ beginning }: { beginning: Beginning<unknown> }) {
  const common = useTexts('common')
  const { begin, trouble, problem, isStopped } = beginning
  return (
    <>
      <TroubleCallout trouble={trouble} onRetry={() => void begin()} />
      {problem ? (
        <Callout tone="time" isUrgent>
          {problem}
        </Callout>
      ) : null}
      {isStopped && !trouble ? (
        <Button isWide onClick={() => void begin()}>
          {common.trouble.retry}
        </Button>
      ) : null}
    </>
  )
}
