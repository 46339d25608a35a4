import { useOutletContext } from 'react-router'
import type { NetworkFieldsFragment } from '../generated/graphql'

/** The network around a page, once access is granted: its layout passes it down, with the viewer's role in it. */
export type OpenedNetwork = Omit<NetworkFieldsFragment, 'membership'> & {
  membership: NonNullable<NetworkFieldsFragment['membership']>
}

export function useOpenedNetwork(): OpenedNetwork {
  return useOutletContext<OpenedNetwork>()
}

/** Where Admins find everything about one member. */
export const memberPage = (slug: string, id: string) => `/networks/${slug}/security/members/${encodeURIComponent(id)}`
