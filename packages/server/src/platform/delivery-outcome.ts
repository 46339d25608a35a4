/** How a provider answered. `reason` is for the operator's log: it never holds a recipient, a code or a provider's free text. */
export type DeliveryOutcome =
  | { status: 'delivered' }
  /** `isPermanent`: the same message will be refused again, so it is not retried. */
  | { status: 'failed'; isPermanent: boolean; reason: string }

export const delivered: DeliveryOutcome = { status: 'delivered' }

export const refusedForNow = (reason: string): DeliveryOutcome => ({ status: 'failed', isPermanent: false, reason })

export const refusedForGood = (reason: string): DeliveryOutcome => ({ status: 'failed', isPermanent: true, reason })
