import { useCallback } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useTexts } from '../../texts/use-texts'
import { type SetUpStart, useSetUpStart } from './use-set-up-start'

const BEGIN_PASSKEY_SETUP = graphql(`
  mutation BeginPasskeySetup {
    beginPasskeySetup {
      ... on PasskeySetup {
        setupId
        optionsJson
        suggestedLabel
      }
      ...TooManyTries
    }
  }
`)

export type PasskeySetup = { setupId: string; optionsJson: string; suggestedLabel: string }

/** A set-up for this visit of the page: what the browser is asked for is good once. */
export function usePasskeySetup(): SetUpStart<PasskeySetup> {
  const t = useTexts('setUp').passkey
  const problemOf = useCodeProblem()
  const { run, ...act } = useAct(BEGIN_PASSKEY_SETUP)
  const ask = useCallback(async () => {
    const answer = await run()
    switch (answer?.__typename) {
      case 'PasskeySetup':
        return { setup: answer }
      case 'PasskeyLimitReached':
        return { problem: t.noRoom }
      case 'TooManyAttempts':
        return { problem: problemOf(answer) }
      case undefined:
        return null
    }
  }, [run, t, problemOf])
  return useSetUpStart(null, ask, act)
}
