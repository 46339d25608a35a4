import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useCodeProblem } from '../../steps/use-code-problem'
import { serverNow } from '../../time/server-clock'
import { type SetUpStart, useSetUpStart } from './use-set-up-start'
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
      ...TooManyTries
    }
  }
`)

export type AuthenticatorSetup = { setupId: string; secret: string; otpauthUri: string; expiresAt: string }

/** The set-up that was begun, after a reload too; a new one where there is none. */
export function useAuthenticatorSetup(): SetUpStart<AuthenticatorSetup> {
  const problemOf = useCodeProblem()
  const { progress, refetch } = useWizard()
  const known = progress.setUpProgress.authenticator
  const isAlive = known !== null && Date.parse(known.expiresAt) > serverNow()
  const { run, ...act } = useAct(BEGIN_AUTHENTICATOR_SETUP)
  const ask = async () => {
    const answer = await run()
    if (!answer) return null
    if (answer.__typename === 'TooManyAttempts') return { problem: problemOf(answer) }
    // So that it is still the same one when the user looks at the other way and comes back.
    void refetch()
    return { setup: answer }
  }
  return useSetUpStart<AuthenticatorSetup>(isAlive ? known : null, ask, act)
}
