/** The viewer's zone: in mails it stands beside UTC. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
