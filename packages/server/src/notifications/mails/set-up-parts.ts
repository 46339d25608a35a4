import type { LetterContext, LetterPart } from '../letter.types.js'

/** The way to the set-up, with a click and without one. */
export function setUpParts({ texts: { mandate }, url, host }: LetterContext): LetterPart[] {
  return [
    { kind: 'button', link: { label: mandate.setUp, url: url('/account/two-factor/set-up') }, isAddressShown: false },
    { kind: 'text', text: mandate.late },
    { kind: 'aside', text: mandate.withoutClicking(host) },
  ]
}
