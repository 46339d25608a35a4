import type { Letter, LetterContext } from '../letter.types.js'
import type { NetworkMailProps } from '../message-props.types.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

/** The two mails of an activation that ask for nothing; they differ in why. */
export function nothingToDoLetter(props: NetworkMailProps, context: LetterContext, why: string): Letter {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return {
    subject: mandate.ready(network),
    title: mandate.ready(network),
    parts: [
      { kind: 'text', text: `${why} ${mandate.nothingToDo}` },
      { kind: 'text', text: mandate.madeRequired(printableName(props.actorName)) },
      helpPart(props.helpContact, network, context),
    ],
  }
}
