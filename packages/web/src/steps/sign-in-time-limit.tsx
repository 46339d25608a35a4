import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'
import { useTexts } from '../texts/use-texts'
import { TimeLimit } from '../ui/time-limit'
import { withReturnPath } from './return-path'
import { onSignInBegun } from './sign-in-elsewhere'
import { SIGN_IN_PROGRESS } from './sign-in-step'
import { endOf } from './use-follow-step'

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
  const navigate = useNavigate()
  const { search } = useLocation()
  const { run } = useAct(EXTEND_SIGN_IN)
  const end = (reason = { wasReplaced: false }) =>
    navigate(withReturnPath('/sign-in', search), { replace: true, state: endOf(reason) })
  const latestEnd = useRef(end)
  useEffect(() => {
    latestEnd.current = end
  })
  useEffect(() => onSignInBegun((begun) => begun !== signInId && latestEnd.current({ wasReplaced: true })), [signInId])
  const extend = async () => {
    const step = (await run({ signInId }))?.extendSignIn
    if (step?.__typename === 'SignInExpired') return end(step)
    if (step?.__typename !== 'SecondStepRequired' && step?.__typename !== 'SetUpRequired') return
    client.writeQuery({ query: SIGN_IN_PROGRESS, data: { signInProgress: step } })
  }
  return (
    <TimeLimit
      endsAt={endsAt}
      title={t.signInTitle}
      line={t.signInLine}
      onExtend={() => void extend()}
      onEnd={() => end()}
    />
  )
}
