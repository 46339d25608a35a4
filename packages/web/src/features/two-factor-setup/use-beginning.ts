import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../api/failure'

export type Beginning<T> = {
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
type Asked<T> = { setup: T } | { problem: ReactNode } | null

/**
 * A set-up that is begun as soon as its step appears, unless one is `known` that still lives.
 * @param act how the asking itself goes
 */
export function useBeginning<T>(
  known: T | null,
  ask: () => Promise<Asked<T>>,
  act: Pick<Beginning<T>, 'isBusy' | 'failure'>,
): Beginning<T> {
  const [setup, setSetup] = useState(known)
  const [asked, setAsked] = useState<Asked<T> | undefined>()
  const begin = useCallback(async () => {
    setAsked(undefined)
    const answer = await ask()
    if (answer && 'setup' in answer) setSetup(answer.setup)
    setAsked(answer)
  }, [ask])
  // A newer set-up makes an older one stop working, so no render may begin a second.
  const mustBegin = useRef(known === null)
  useEffect(() => {
    if (mustBegin.current) void begin()
    mustBegin.current = false
  }, [begin])
  const problem = asked && 'problem' in asked ? asked.problem : null
  return { setup, begin, ...act, problem, isStopped: asked === null }
}
