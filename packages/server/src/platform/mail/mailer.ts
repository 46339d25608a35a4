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

/**
 * One plain address and nothing else: no display name, list, group, comment, quoted part or line break (RFC 5322 knows
 * them all, and each is a way to a second recipient or a header of one's own). Longer than RFC 5321 allows is refused.
 */
export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && plainAddress.test(address)
}

const plainAddress = /^[^\s\p{C}@,;:<>()[\]\\"]{1,64}@[^\s\p{C}@,;:<>()[\]\\"]+$/u
