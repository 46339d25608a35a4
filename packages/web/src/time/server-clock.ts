/** How far this device's clock is behind the server's, in milliseconds; learned from each answer's Date header. */
let offset = 0

/**
 * The server's time. Deadlines and countdowns are the server's, and a user locked out by a wrong clock is exactly
 * the person who must see them right.
 */
export const serverNow = (): number => Date.now() + offset

/** @param header RFC 9110 date, in whole seconds: a difference below two seconds says nothing. */
export function learnServerTime(header: string | null): void {
  const at = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(at)) return
  const difference = at - Date.now()
  offset = Math.abs(difference) < 2_000 ? 0 : difference
}
