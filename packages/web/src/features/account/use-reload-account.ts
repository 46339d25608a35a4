import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { ACCOUNT } from './account-documents'

/** After an act that ended other sessions or changed anything else that the page lists. */
export function useReloadAccount(): () => Promise<unknown> {
  const client = useApolloClient()
  return useCallback(() => client.refetchQueries({ include: [ACCOUNT] }), [client])
}
