import { useCallback } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useApiClient } from '../api/api-client'
import { signInBegun } from '../api/tab-channel'
import type { SignInStepFieldsFragment } from '../generated/graphql'
import { ARRIVING, returnPath, withReturnPath } from './return-path'
import { SIGN_IN_PROGRESS } from './sign-in-step'

/** What a page must say itself: the steps that do not lead on. */
export type Refusal = Extract<
  SignInStepFieldsFragment,
  { __typename: 'InvalidCredentials' | 'InvalidCode' | 'CodeExpired' | 'TooManyAttempts' | 'SsoRequired' }
>

/** Why a sign-in begins again; the sign-in page says so. */
export type SignInEnd = { hasExpired?: true; wasReplaced?: true }

const endOf = ({ wasReplaced }: { wasReplaced: boolean }): SignInEnd =>
  wasReplaced ? { wasReplaced: true } : { hasExpired: true }

/** Goes where a step of a sign-in leads. @returns the step when it leads nowhere and the page must say so. */
export function useFollowStep(): (step: SignInStepFieldsFragment) => Promise<Refusal | undefined> {
  const loadClient = useApiClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  return useCallback(
    async (step) => {
      const client = await loadClient()
      switch (step.__typename) {
        case 'SignedIn':
          // Whatever was read before was read as another user, or signed out.
          await client.clearStore()
          navigate(returnPath(search), { replace: true, state: ARRIVING })
          return undefined
        case 'SecondStepRequired':
          signInBegun.post(step.signInId)
          client.writeQuery({ query: SIGN_IN_PROGRESS, data: { signInProgress: step } })
          navigate(withReturnPath('/sign-in/verify', search))
          return undefined
        case 'SetUpRequired':
          signInBegun.post(step.signInId)
          client.writeQuery({ query: SIGN_IN_PROGRESS, data: { signInProgress: step } })
          navigate(withReturnPath('/sign-in/set-up', search))
          return undefined
        case 'SsoRequired':
          // The company sign-in was shown before, and waits to be linked.
          if (returnPath(search).startsWith('/sign-in/sso/join')) {
            navigate(returnPath(search), { replace: true })
            return undefined
          }
          return step
        case 'SignInExpired':
          navigate(withReturnPath('/sign-in', search), { replace: true, state: endOf(step) })
          return undefined
        default:
          return step
      }
    },
    [loadClient, navigate, search],
  )
}
