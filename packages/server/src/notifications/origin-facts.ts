import type { Origin } from '../events/event.types.js'
import type { LetterContext, LetterPart } from './letter.types.js'
import { momentInUtc } from './moment.js'
import { printableLine } from './printable.js'

/** From where it came, as far as the server can tell, and when if that is not just now. */
export function originFacts(origin: Origin, { texts }: LetterContext, at?: Date): LetterPart {
  return {
    kind: 'facts',
    facts: [
      ...(at ? [{ label: texts.layout.when, value: momentInUtc(at) }] : []),
      { label: texts.layout.device, value: printableLine(origin.device) },
      { label: texts.layout.address, value: printableLine(origin.address) },
    ],
  }
}
