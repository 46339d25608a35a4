import { ApolloProvider } from '@apollo/client/react'
import { type ReactNode, use } from 'react'
import { useApiClient } from '../api/api-client'

/** Suspends until Apollo Client has loaded, for the pages that query. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const loadClient = useApiClient()
  return <ApolloProvider client={use(loadClient())}>{children}</ApolloProvider>
}
