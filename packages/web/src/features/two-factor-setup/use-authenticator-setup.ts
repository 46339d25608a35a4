import { useCallback, useEffect, useRef, useState } from 'react'
import type { Trouble } from '../../api/trouble'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { serverNow } from '../../time/server-clock'
import { useMoments } from '../../time/use-moments'
import { useWizard } from './wizard-state'

const BEGIN_AUTHENTICATOR_SETUP = graphql(`
  mutation BeginAuthenticatorSetup {
    beginAuthenticatorSetup {
      ... on AuthenticatorSetup {
        setupId
        secret
        otpauthUri
        expiresAt
      }
      ... on TooManyAttempts {
        retryAt
      }
    }
  }
`)

export type AuthenticatorSetup = { setupId: string; secret: string; otpauthUri: string; expiresAt: string }

type Begun = {
  setup: AuthenticatorSetup | null
  begin: () => Promise<void>
  isBusy: boolean
  trouble: Trouble | null
  problem: string | null
  /** Neither under way nor refused with words: the person chose not to confirm that it is them. */
  isStopped: boolean
}

/** The set-up that was begun, after a reload too; a new one where there is none. */
export function useAuthenticatorSetup(): Begun {
  const t = useTexts('common').code
  const moments = useMoments()
  const { progress, refetch } = useWizard()
  const known = progress.setUpProgress.authenticator
  const isAlive = known !== null && Date.parse(known.expiresAt) > serverNow()
  const [setup, setSetup] = useState<AuthenticatorSetup | null>(isAlive ? known : null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isStopped, setStopped] = useState(false)
  const { run, isBusy, trouble } = useAct(BEGIN_AUTHENTICATOR_SETUP)
  const begin = useCallback(async () => {
    setProblem(null)
    setStopped(false)
    const answer = (await run())?.beginAuthenticatorSetup
    if (answer?.__typename === 'AuthenticatorSetup') {
      setSetup(answer)
      // So that it is the same one still when somebody looks at the other way and comes back.
      void refetch()
    } else if (answer) setProblem(t.tooMany(moments.soon(answer.retryAt)))
    else setStopped(true)
  }, [run, refetch, t, moments])
  // A newer set-up makes an older one stop working, so no render may begin a second.
  const mustBegin = useRef(!isAlive)
  useEffect(() => {
    if (mustBegin.current) void begin()
    mustBegin.current = false
  }, [begin])
  return { setup, begin, isBusy, trouble, problem, isStopped }
}
