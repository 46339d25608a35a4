import type { MailTemplate } from '../letter.types.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

/** To those who were signed out of a network because its deadline passed. */
export const mandateDeadlinePassedMail: MailTemplate<'mandate-deadline-passed'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return {
    subject: mandate.deadlinePassed(network),
    title: mandate.deadlinePassed(network),
    parts: [
      { kind: 'text', text: mandate.safe },
      { kind: 'button', link: { label: mandate.signInAndSetUp, url: context.url('/sign-in') }, isAddressShown: false },
      {
        kind: 'text',
        text: `${mandate.whySignedOut(network)} ${mandate.madeRequired(printableName(props.actorName))}`,
      },
      helpPart(props.helpContact, network, context),
    ],
  }
}
