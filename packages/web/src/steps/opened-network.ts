import { useOutletContext } from 'react-router'
import type { NetworkFieldsFragment } from '../generated/graphql'

/** The network around a page, once its door is open: its layout hands it down, with what whoever is looking is in it. */
export type OpenedNetwork = Omit<NetworkFieldsFragment, 'membership'> & {
  membership: NonNullable<NetworkFieldsFragment['membership']>
}

export function useOpenedNetwork(): OpenedNetwork {
  return useOutletContext<OpenedNetwork>()
}
