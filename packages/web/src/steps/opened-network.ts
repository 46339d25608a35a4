import { useOutletContext } from 'react-router'
import type { NetworkFieldsFragment } from '../generated/graphql'

/** The network around a page, once access is granted: its layout passes it down, with the viewer's role in it. */
export type OpenedNetwork = Omit<NetworkFieldsFragment, 'membership'> & {
  membership: NonNullable<NetworkFieldsFragment['membership']>
}

export function useOpenedNetwork(): OpenedNetwork {
  return useOutletContext<OpenedNetwork>()
}
