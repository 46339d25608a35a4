import type { ApolloClient } from '@apollo/client'
import { createContext, useContext } from 'react'

/** Loads Apollo Client once. The sign-in page is drawn without it: most of its script is needed only after the sign-in. */
export type LoadApiClient = () => Promise<ApolloClient>

export const ApiClientContext = createContext<LoadApiClient>(() =>
  Promise.reject(new Error('No API client is provided above this component.')),
)

export function useApiClient(): LoadApiClient {
  return useContext(ApiClientContext)
}
