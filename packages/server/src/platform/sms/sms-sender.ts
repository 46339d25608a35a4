import { type DeliveryOutcome, providerDown, refusedForGood, refusedForNow } from '../delivery-outcome.js'

export interface Sms {
  id: string
  /** E.164. */
  to: string
  text: string
}

/** Never throws: whatever goes wrong is an outcome. */
export interface SmsSender {
  send(sms: Sms): Promise<DeliveryOutcome>
}

/**
 * @param detail a provider's own code, if it is a number: its words may quote the message
 * @param retryAfterMs how long it asks to wait
 */
export function outcomeOfHttpStatus(status: number, detail?: number, retryAfterMs = 0): DeliveryOutcome {
  const reason = `The SMS provider answered ${status}${detail ? `, code ${detail}` : ''}.`
  if (status >= 500) return { ...providerDown(reason), retryAfterMs }
  // RFC 9110 15.5.9 request timeout, RFC 8470 too early, RFC 6585 too many requests.
  if (status === 408 || status === 425 || status === 429) return { ...refusedForNow(reason), retryAfterMs }
  return refusedForGood(reason)
}

export function outcomeOfNetworkError(error: unknown): DeliveryOutcome {
  return providerDown(`The SMS provider did not answer (${codeOf(error)}).`)
}

/** Node's and axios' codes are fixed words; messages may hold the address with its query, so they are left out. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code
  return error.cause ? codeOf(error.cause) : error.name
}
