import type { DeliveryOutcome } from '../delivery-outcome.js'

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
