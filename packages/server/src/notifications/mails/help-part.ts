import type { LetterContext, LetterPart } from '../letter.types.js'
import { printableLine } from '../printable.js'

/** Whom to ask: the contact the Admins set, or else an Admin. `network` is ready to print. */
export function helpPart(
  helpContact: string | null,
  network: string,
  { texts: { mandate } }: LetterContext,
): LetterPart {
  const text = helpContact ? mandate.askContact(printableLine(helpContact)) : mandate.askAdmin(network)
  return { kind: 'aside', text }
}
