import type { MailTemplate } from '../letter.types.js'
import { momentIn, momentWithUtc } from '../moment.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'
import { setUpParts } from './set-up-parts.js'

/** To every teammate without a method that counts, once, when a network makes it required. */
export const mandateActivatedToDoMail: MailTemplate<'mandate-activated-to-do'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const until = momentIn(props.deadline, props.timeZone)
  const { addOneOf } = props
  const title = addOneOf ? mandate.toAdd(network, until) : mandate.toDo(network, until)
  return {
    subject: title,
    title,
    parts: [
      ...(addOneOf ? [{ kind: 'text' as const, text: mandate.otherMethod(network, addOneOf) }] : []),
      { kind: 'text', text: `${mandate.madeRequired(printableName(props.actorName))} ${mandate.duration}` },
      {
        kind: 'facts',
        facts: [{ label: layout.until, value: momentWithUtc(props.deadline, props.timeZone) }],
      },
      ...setUpParts(context, addOneOf),
      helpPart(props.helpContact, network, context),
    ],
  }
}
