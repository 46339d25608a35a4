import { useOutletContext } from 'react-router'
import type { Plan, Role } from '../../generated/graphql'

/** The network around this page, as its layout hands it down. */
export type OpenedNetwork = {
  id: string
  slug: string
  name: string
  plan: Plan
  /** Of whoever is looking. */
  membership: { id: string; role: Role }
}

export function useOpenedNetwork(): OpenedNetwork {
  return useOutletContext<OpenedNetwork>()
}

/** The zone of whoever is looking: in mails it stands beside UTC. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
