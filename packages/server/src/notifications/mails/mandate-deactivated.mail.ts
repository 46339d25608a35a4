import type { MailTemplate } from '../letter.types.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

/** To every teammate, when a network no longer requires two-factor authentication. */
export const mandateDeactivatedMail: MailTemplate<'mandate-deactivated'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return {
    subject: mandate.deactivated(network),
    title: mandate.deactivated(network),
    parts: [
      { kind: 'text', text: `${mandate.turnedOff(printableName(props.actorName))} ${mandate.nothingToDo}` },
      { kind: 'text', text: mandate.staysOn },
      helpPart(props.helpContact, network, context),
    ],
  }
}
