import type { MailTemplate } from '../letter.types.js'
import { momentIn, momentWithUtc } from '../moment.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'
import { setUpParts } from './set-up-parts.js'

/** To those still without it, before the deadline: by itself, or when an Admin asks for it. */
export const mandateReminderMail: MailTemplate<'mandate-reminder'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const until = momentIn(props.deadline, props.timeZone)
  const { addOneOf } = props
  return {
    subject: addOneOf ? mandate.reminderToAdd(network, until) : mandate.reminder(network, until),
    title: addOneOf ? mandate.toAdd(network, until) : mandate.toDo(network, until),
    parts: [
      { kind: 'text', text: addOneOf ? mandate.otherMethod(network, addOneOf) : mandate.stillMissing(network) },
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
