import { type ReactNode, useCallback } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../generated/gql'
import type { ConfirmSetupFieldsFragment } from '../../generated/graphql'
import { useCodeProblem } from '../../steps/use-code-problem'
import { type SetUpMethod, stepAfter, useWizard } from './wizard-state'

graphql(`
  fragment ConfirmSetupFields on ConfirmSetupResult {
    ... on TwoFactorSetUp {
      viewer {
        id
        email
        twoFactor {
          id
          isOn
          preferredMethod
          backupCodesLeft
          maskedPhoneNumber
          factors {
            id
            method
            label
            createdAt
            lastUsedAt
          }
        }
      }
      backupCodes {
        generatedAt
        codes {
          code
          usedAt
        }
      }
    }
    ... on InvalidCode {
      attemptsLeft
      alreadyUsed
      clockOffsetSeconds
    }
    ... on TooManyAttempts {
      retryAt
      remedy
    }
  }
`)

/** Takes the answer to a set-up's code on to the next step. @returns what is wrong with the code, in words. */
export function useConfirmed(method: SetUpMethod) {
  const { base, search, setConfirmed } = useWizard()
  const navigate = useNavigate()
  const problemOf = useCodeProblem()
  return useCallback(
    (answer: ConfirmSetupFieldsFragment | undefined): ReactNode => {
      if (!answer) return undefined
      if (answer.__typename !== 'TwoFactorSetUp') return problemOf(answer)
      const confirmed = { method, email: answer.viewer.email, sheet: answer.backupCodes }
      setConfirmed(confirmed)
      // In place of the step it came from: that set-up is over, and Back must not lead into a new one.
      navigate(`${base}/${stepAfter(confirmed)}${search}`, { replace: true })
      return undefined
    },
    [base, search, setConfirmed, navigate, problemOf, method],
  )
}
