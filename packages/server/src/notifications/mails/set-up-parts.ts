import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { LetterContext, LetterPart } from '../letter.types.js'

/**
 * The way to the set-up, with a click and without one.
 * @param addOneOf for somebody who has methods that do not count: they look at them on the account page
 */
export function setUpParts({ texts: { mandate }, url, host }: LetterContext, addOneOf?: FactorMethod[]): LetterPart[] {
  const link = addOneOf
    ? { label: mandate.openAccount, url: url('/account') }
    : { label: mandate.setUp, url: url('/account/two-factor/set-up') }
  return [
    { kind: 'button', link, isAddressShown: false },
    { kind: 'text', text: addOneOf ? mandate.lateToAdd : mandate.late },
    { kind: 'aside', text: addOneOf ? mandate.withoutClickingAccount(host) : mandate.withoutClicking(host) },
  ]
}
