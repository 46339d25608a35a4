import type { ReactNode } from 'react'
import { graphql } from '../generated/gql'
import type { TooManyTriesFragment, WrongCodeFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'
import { withReturnPath } from './return-path'

graphql(`
  fragment WrongCode on InvalidCode {
    attemptsLeft
    alreadyUsed
    clockOffsetSeconds
    isOver
  }
`)
graphql(`
  fragment TooManyTries on TooManyAttempts {
    retryAt
    remedy
  }
`)

type Problem =
  | WrongCodeFragment
  | { __typename: 'CodeExpired' }
  | TooManyTriesFragment
  /** Said elsewhere than at the code. */
  | { __typename: 'InvalidCredentials' | 'SsoRequired' }
  | undefined

/** Less than this is the ordinary lateness of typing, not a clock that is off. */
const NOTABLE_OFFSET_SECONDS = 30

/** What is wrong with a code, or with a passkey, and what to do about it; undefined where nothing is. */
export function useCodeProblem(): (problem: Problem, isPasskey?: boolean) => ReactNode {
  const { code: t, passkey } = useTexts('common')
  const moments = useMoments()
  const tooMany = ({ retryAt, remedy }: TooManyTriesFragment): ReactNode => {
    switch (remedy) {
      case 'WAIT':
        return t.tooMany({ moment: moments.soon(retryAt) })
      case 'BEGIN_AGAIN':
        return t.noneLeft
      case 'RESET_PASSWORD':
        return (
          <>
            {t.exhausted} {/* Leaves a dialog behind, if it stands in one. */}
            <a href={withReturnPath('/forgot-password', window.location.search)} className="link">
              {t.newPassword}
            </a>
          </>
        )
    }
  }
  return (problem, isPasskey = false) => {
    switch (problem?.__typename) {
      case 'InvalidCode': {
        if (isPasskey) return problem.isOver ? passkey.expired : passkey.wrong({ triesLeft: problem.attemptsLeft })
        if (problem.alreadyUsed) return t.used
        if (problem.isOver) return t.expired
        const offset = problem.clockOffsetSeconds ?? 0
        if (Math.abs(offset) < NOTABLE_OFFSET_SECONDS) return t.wrong({ triesLeft: problem.attemptsLeft })
        const minutes = Math.max(1, Math.round(Math.abs(offset) / 60))
        return offset > 0 ? t.clockFast({ minutes }) : t.clockSlow({ minutes })
      }
      case 'CodeExpired':
        return isPasskey ? passkey.expired : t.expired
      case 'TooManyAttempts':
        return tooMany(problem)
      default:
        return undefined
    }
  }
}
