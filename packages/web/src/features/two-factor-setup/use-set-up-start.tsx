import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'

export type SetUpStart<T> = {
  setup: T | null
  begin: () => Promise<void>
  isBusy: boolean
  failure: Failure | null
  /** Why none was begun, as the person reads it. */
  problem: ReactNode
  /** Neither under way nor refused: the person chose not to confirm that it is them. */
  isStopped: boolean
}

/** What became of asking for a set-up; null when no answer came. */
type StartResult<T> = { setup: T } | { problem: ReactNode } | null

/**
 * A set-up that is begun as soon as its step appears, unless one is `known` that still lives.
 * @param act the state of the request
 */
export function useSetUpStart<T>(
  known: T | null,
  ask: () => Promise<StartResult<T>>,
  act: Pick<SetUpStart<T>, 'isBusy' | 'failure'>,
): SetUpStart<T> {
  const [setup, setSetup] = useState(known)
  const [result, setResult] = useState<StartResult<T> | undefined>()
  const begin = async () => {
    setResult(undefined)
    const answer = await ask()
    if (answer && 'setup' in answer) setSetup(answer.setup)
    setResult(answer)
  }
  // A newer set-up makes an older one stop working, so no render may begin a second.
  const mustBegin = useRef(known === null)
  useEffect(() => {
    if (mustBegin.current) void begin()
    mustBegin.current = false
  })
  const problem = result && 'problem' in result ? result.problem : null
  return { setup, begin, ...act, problem, isStopped: result === null }
}

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
