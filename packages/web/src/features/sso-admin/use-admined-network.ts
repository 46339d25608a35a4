import { useOutletContext } from 'react-router'

/** The network around this page, as its layout hands it down. */
export function useAdminedNetwork(): { id: string; slug: string; name: string } {
  return useOutletContext()
}

/** The zone of whoever is looking: in mails it stands beside UTC. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
