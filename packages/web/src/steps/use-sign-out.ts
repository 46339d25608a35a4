import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'

const COMPANY_SIGN_OUT = graphql(`
  query CompanySignOut {
    viewer {
      id
      companySignOutUrl
    }
  }
`)

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
    const companyUrl = await client
      .query({ query: COMPANY_SIGN_OUT, fetchPolicy: 'no-cache' })
      .then(({ data }) => data?.viewer?.companySignOutUrl, noWhere)
    const answer = await run()
    if (!answer) return
    // Otherwise the next click on company sign-in would lead straight back in.
    if (companyUrl) return window.location.assign(companyUrl)
    // Before the store is emptied: a page still showing would ask again, and be sent to sign in.
    navigate('/sign-in')
    await client.clearStore()
  }
}

/** A failed query does not prevent the sign-out. */
const noWhere = () => null
