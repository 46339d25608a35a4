import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../generated/gql'
import type { ConfirmSetupFieldsFragment } from '../../generated/graphql'
import { useCodeProblem } from '../../steps/use-code-problem'
import { type Confirmed, type SetUpMethod, stepAfter, useWizard } from './wizard-state'

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
        ...Sheet
      }
    }
    ...WrongCode
    ...TooManyTries
  }
`)

/**
 * Takes the answer to a set-up's code on to the next step.
 * @returns a message that says what is wrong with the code.
 */
export function useConfirmed(method: SetUpMethod) {
  const { base, search, setConfirmed, factorsBefore, refetch } = useWizard()
  const navigate = useNavigate()
  const problemOf = useCodeProblem()
  return async (answer: ConfirmSetupFieldsFragment | undefined, expired?: ReactNode): Promise<ReactNode> => {
    if (!answer) return undefined
    const goOn = (confirmed: Confirmed) => {
      setConfirmed(confirmed)
      // In place of the step it came from: that set-up has ended, and Back must not lead into a new one.
      navigate(`${base}/${stepAfter(confirmed)}${search}`, { replace: true })
      return undefined
    }
    if (answer.__typename === 'TwoFactorSetUp')
      return goOn({
        method,
        preferred: answer.viewer.twoFactor.preferredMethod ?? method,
        email: answer.viewer.email,
        sheet: answer.backupCodes,
      })
    if (answer.__typename !== 'CodeExpired') return problemOf(answer)
    // A set-up that is gone may have been finished in another tab.
    const viewer = (await refetch()).data?.viewer
    const isDone = viewer?.twoFactor.factors.some(({ id, method: of }) => of === method && !factorsBefore.includes(id))
    return viewer && isDone
      ? goOn({
          method,
          preferred: viewer.twoFactor.preferredMethod ?? method,
          email: viewer.email,
          sheet: null,
          isElsewhere: true,
        })
      : (expired ?? problemOf(answer))
  }
}
