import { useCallback, useEffect, useRef, useState } from 'react'
import type { Trouble } from '../../api/trouble'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'

const BEGIN_PASSKEY_SETUP = graphql(`
  mutation BeginPasskeySetup {
    beginPasskeySetup {
      ... on PasskeySetup {
        setupId
        optionsJson
        suggestedLabel
      }
      ... on TooManyAttempts {
        retryAt
      }
    }
  }
`)

export type PasskeySetup = { setupId: string; optionsJson: string; suggestedLabel: string }

type Begun = {
  setup: PasskeySetup | null
  begin: () => Promise<void>
  isBusy: boolean
  trouble: Trouble | null
  problem: string | null
  /** Neither under way nor refused with words: the person chose not to confirm that it is them. */
  isStopped: boolean
}

/** A set-up for this visit of the page: what the browser is asked for is good once. */
export function usePasskeySetup(): Begun {
  const t = useTexts('setUp').passkey
  const common = useTexts('common').code
  const moments = useMoments()
  const [setup, setSetup] = useState<PasskeySetup | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isStopped, setStopped] = useState(false)
  const { run, isBusy, trouble } = useAct(BEGIN_PASSKEY_SETUP)
  const begin = useCallback(async () => {
    setProblem(null)
    setStopped(false)
    const answer = (await run())?.beginPasskeySetup
    setSetup(answer?.__typename === 'PasskeySetup' ? answer : null)
    if (answer?.__typename === 'TooManyAttempts') setProblem(common.tooMany(moments.soon(answer.retryAt)))
    else if (answer?.__typename === 'PasskeyLimitReached') setProblem(t.noRoom)
    else if (!answer) setStopped(true)
  }, [run, t, common, moments])
  // A newer set-up makes an older one stop working, so no render may begin a second.
  const mustBegin = useRef(true)
  useEffect(() => {
    if (mustBegin.current) void begin()
    mustBegin.current = false
  }, [begin])
  return { setup, begin, isBusy, trouble, problem, isStopped }
}
