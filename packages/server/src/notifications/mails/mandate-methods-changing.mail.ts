import type { MailTemplate } from '../letter.types.js'
import { momentIn, momentWithUtc } from '../moment.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

/** To those whose methods a network will no longer accept. */
export const mandateMethodsChangingMail: MailTemplate<'mandate-methods-changing'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const title = mandate.methodsChanging(network, momentIn(props.deadline, props.timeZone))
  return {
    subject: title,
    title,
    parts: [
      { kind: 'text', text: mandate.methodsAccepted(network, props.allowedMethods) },
      {
        kind: 'facts',
        facts: [{ label: layout.from, value: momentWithUtc(props.deadline, props.timeZone) }],
      },
      { kind: 'text', text: `${mandate.methodsToDo} ${mandate.duration}` },
      { kind: 'button', link: { label: mandate.openAccount, url: context.url('/account') }, isAddressShown: false },
      { kind: 'aside', text: mandate.withoutClickingAccount(context.host) },
      { kind: 'text', text: mandate.decidedBy(printableName(props.actorName)) },
      helpPart(props.helpContact, network, context),
    ],
  }
}
