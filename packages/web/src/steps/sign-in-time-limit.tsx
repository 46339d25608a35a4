import { useApolloClient } from '@apollo/client/react'
import { useLocation, useNavigate } from 'react-router'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'
import { useTexts } from '../texts/use-texts'
import { TimeLimit } from '../ui/time-limit'
import { keepingNext } from './next-place'
import { SIGN_IN_PROGRESS } from './sign-in-step'

const EXTEND_SIGN_IN = graphql(`
  mutation ExtendSignIn {
    extendSignIn {
      ...SignInStepFields
    }
  }
`)

/** A sign-in in progress lasts ten minutes; whoever needs longer says so, and loses nothing. */
export function SignInTimeLimit({ endsAt }: { endsAt: string }) {
  const t = useTexts('common').time
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { run } = useAct(EXTEND_SIGN_IN)
  const end = () => navigate(keepingNext('/sign-in', search), { replace: true, state: { hasExpired: true } })
  const extend = async () => {
    const step = (await run())?.extendSignIn
    if (step?.__typename === 'SignInExpired') return end()
    if (step?.__typename !== 'SecondStepRequired' && step?.__typename !== 'SetUpRequired') return
    client.writeQuery({ query: SIGN_IN_PROGRESS, data: { signInProgress: step } })
  }
  return (
    <TimeLimit endsAt={endsAt} title={t.signInTitle} line={t.signInLine} onExtend={() => void extend()} onEnd={end} />
  )
}
