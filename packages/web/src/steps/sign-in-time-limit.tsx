import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect } from 'react'
import { signInBegun } from '../api/tab-channel'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'
import { useTexts } from '../texts/use-texts'
import { TimeLimit } from '../ui/time-limit'
import { SIGN_IN_PROGRESS } from './sign-in-step'
import { useFollowStep } from './use-follow-step'

const EXTEND_SIGN_IN = graphql(`
  mutation ExtendSignIn($signInId: ID) {
    extendSignIn(signInId: $signInId) {
      ...SignInStepFields
    }
  }
`)

/** A sign-in in progress lasts ten minutes; a user who needs longer says so, and loses nothing. */
export function SignInTimeLimit({ signInId, endsAt }: { signInId: string; endsAt: string }) {
  const t = useTexts('common').time
  const client = useApolloClient()
  const follow = useFollowStep()
  const { run } = useAct(EXTEND_SIGN_IN)
  const end = useCallback((wasReplaced: boolean) => void follow({ __typename: 'SignInExpired', wasReplaced }), [follow])
  useEffect(() => signInBegun.subscribe((begun) => begun !== signInId && end(true)), [signInId, end])
  const extend = async () => {
    const step = await run({ signInId })
    if (step?.__typename === 'SignInExpired') return follow(step)
    if (step?.__typename !== 'SecondStepRequired' && step?.__typename !== 'SetUpRequired') return
    client.writeQuery({ query: SIGN_IN_PROGRESS, data: { signInProgress: step } })
  }
  return (
    <TimeLimit
      endsAt={endsAt}
      title={t.signInTitle}
      line={t.signInLine}
      onExtend={() => void extend()}
      onEnd={() => end(false)}
    />
  )
}
