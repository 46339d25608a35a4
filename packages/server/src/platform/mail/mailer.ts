import type { DeliveryOutcome } from '../delivery-outcome.js'

export interface Mail {
  /** The Message-ID is derived from it, so that a repeat after a crash is recognisable as one. */
  id: string
  /** One plain address; anything else is refused for good. */
  to: string
  subject: string
  text: string
  html: string
}

/** Never throws: whatever goes wrong is an outcome. */
export interface Mailer {
  send(mail: Mail): Promise<DeliveryOutcome>
  close(): Promise<void>
}
