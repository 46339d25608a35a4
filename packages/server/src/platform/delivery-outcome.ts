/** How a provider answered. */
export type DeliveryOutcome = { status: 'delivered' } | FailedOutcome

export interface FailedOutcome {
  status: 'failed'
  /** The same message will be refused again, so it is not retried. */
  isPermanent: boolean
  /** The provider itself is out of reach: the next message would fare no better. */
  isProviderDown: boolean
  /** For the operator's log: no recipient, no code, no free text of a provider. */
  reason: string
  /** How long the provider asks to wait, in milliseconds (`Retry-After`). */
  retryAfterMs?: number
}

export const delivered: DeliveryOutcome = { status: 'delivered' }

export const refusedForGood = (reason: string): FailedOutcome => refused(reason, true, false)

export const refusedForNow = (reason: string): FailedOutcome => refused(reason, false, false)

export const providerDown = (reason: string): FailedOutcome => refused(reason, false, true)

function refused(reason: string, isPermanent: boolean, isProviderDown: boolean): FailedOutcome {
  return { status: 'failed', isPermanent, isProviderDown, reason }
}
