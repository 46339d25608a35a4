import { printDeviceName } from '@twinlock/shared/device-name'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { Origin } from '../events/event.types.js'
import type { LetterContext, LetterPart } from './letter.types.js'
import { printableLine } from './printable.js'

/** From where a request came, as far as the server can tell, and when if that is not just now. */
export function originPart(origin: Origin, { texts, moments }: LetterContext, at?: Date): LetterPart {
  return {
    kind: 'facts',
    facts: [
      ...(at ? [{ label: texts.layout.when, value: moments.own(at) }] : []),
      { label: texts.layout.device, value: printDeviceName(printableLine(origin.device), texts.layout.deviceNames) },
      { label: texts.layout.address, value: printableLine(origin.address) },
    ],
  }
}

/** The contact that the admins set, or else an admin. `network` is ready to print. */
export function helpPart(helpContact: string | null, network: string, { texts }: LetterContext): LetterPart {
  const { askContact, askAdmin } = texts.mandate
  return {
    kind: 'aside',
    text: helpContact ? askContact({ contact: printableLine(helpContact) }) : askAdmin({ network }),
  }
}

/**
 * The way to the set-up, with a click and without one.
 * @param addOneOf for people whose methods are not accepted: they look at them on the account page
 */
export function setUpParts({ texts, url, host }: LetterContext, addOneOf?: FactorMethod[]): LetterPart[] {
  const { mandate } = texts
  const link = addOneOf
    ? { label: mandate.openAccount, url: url('/account') }
    : { label: mandate.setUp, url: url('/account/two-factor/set-up') }
  const withoutClicking = addOneOf ? mandate.withoutClickingAccount : mandate.withoutClicking
  return [
    { kind: 'button', link, isAddressShown: false },
    { kind: 'text', text: addOneOf ? mandate.lateToAdd : mandate.late },
    { kind: 'aside', text: withoutClicking({ address: host }) },
  ]
}
