/** The zone of whoever is looking: in mails it stands beside UTC. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
