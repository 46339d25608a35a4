import type { MailTemplate } from '../letter.types.js'
import { momentIn, momentWithUtc } from '../moment.js'
import { printableLine, printableName } from '../printable.js'
import { helpPart } from './help-part.js'
import { setUpParts } from './set-up-parts.js'

/** To those whom an Admin gave a later deadline. */
export const mandateExtendedMail: MailTemplate<'mandate-extended'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const title = mandate.extended(network, momentIn(props.deadline, props.timeZone))
  return {
    subject: title,
    title,
    parts: [
      { kind: 'text', text: `${mandate.gaveTime(printableName(props.actorName))} ${mandate.duration}` },
      {
        kind: 'facts',
        facts: [
          { label: layout.until, value: momentWithUtc(props.deadline, props.timeZone) },
          { label: layout.reason, value: printableLine(props.reason) },
        ],
      },
      ...setUpParts(context),
      helpPart(props.helpContact, network, context),
    ],
  }
}
