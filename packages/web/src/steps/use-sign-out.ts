import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'

const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`)

/** Ends the session and forgets all that was read in it. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run } = useAct(SIGN_OUT)
  return async () => {
    const answer = await run()
    if (!answer) return
    // Before the store is emptied: a page still showing would ask again, and be told to sign in.
    navigate('/sign-in')
    await client.clearStore()
  }
}
