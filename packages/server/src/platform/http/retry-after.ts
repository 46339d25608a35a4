/**
 * How long an answer asks to wait, in milliseconds. RFC 9110 10.2.3: `Retry-After` is a number of seconds or a date.
 * @returns 0 when the header is missing or unreadable
 */
export function retryAfterMs(header: string | null | undefined, now: Date): number {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  const at = /^[A-Za-z]{3},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}
