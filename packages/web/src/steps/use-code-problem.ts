import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'

type Problem =
  | {
      __typename: 'InvalidCode'
      attemptsLeft: number
      alreadyUsed: boolean
      clockOffsetSeconds: number | null
      /** Asked for where a code that is over has no other answer. */
      isOver?: boolean
    }
  | { __typename: 'CodeExpired' }
  | { __typename: 'TooManyAttempts'; retryAt: string }

/** Less than this is the ordinary lateness of typing, not a clock that is off. */
const NOTABLE_OFFSET_SECONDS = 30

/** What is wrong with a code, and what to do about it, in words. */
export function useCodeProblem(): (problem: Problem) => string {
  const t = useTexts('common').code
  const moments = useMoments()
  return (problem) => {
    switch (problem.__typename) {
      case 'InvalidCode': {
        if (problem.alreadyUsed) return t.used
        if (problem.isOver) return t.expired
        const offset = problem.clockOffsetSeconds ?? 0
        if (Math.abs(offset) < NOTABLE_OFFSET_SECONDS) return t.wrong(problem.attemptsLeft)
        const minutes = Math.max(1, Math.round(Math.abs(offset) / 60))
        return offset > 0 ? t.clockFast(minutes) : t.clockSlow(minutes)
      }
      case 'CodeExpired':
        return t.expired
      case 'TooManyAttempts':
        return t.tooMany(moments.soon(problem.retryAt))
    }
  }
}
