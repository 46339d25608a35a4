import type { MailTemplate } from '../letter.types.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

/** To those who were signed out of a network because its deadline passed. */
export const mandateDeadlinePassedMail: MailTemplate<'mandate-deadline-passed'> = (props, context) => {
  const { mandate } = context.texts
  const { addOneOf } = props
  const network = printableName(props.networkName)
  const why = addOneOf ? mandate.otherMethod(network, addOneOf) : mandate.whySignedOut(network)
  return {
    subject: mandate.deadlinePassed(network),
    title: mandate.deadlinePassed(network),
    parts: [
      { kind: 'text', text: addOneOf ? mandate.safeToAdd : mandate.safe },
      {
        kind: 'button',
        link: { label: addOneOf ? mandate.signIn : mandate.signInAndSetUp, url: context.url('/sign-in') },
        isAddressShown: false,
      },
      {
        kind: 'aside',
        text: addOneOf ? mandate.withoutClickingAccount(context.host) : mandate.withoutClickingSignIn(context.host),
      },
      {
        kind: 'text',
        text: `${why} ${mandate.madeRequired(printableName(props.actorName))}`,
      },
      helpPart(props.helpContact, network, context),
    ],
  }
}
