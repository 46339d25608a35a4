import type { MailTemplate } from '../letter.types.js'
import { nothingToDoLetter } from './nothing-to-do-letter.js'

/** To every teammate who has two-factor authentication already, once, when a network makes it required. */
export const mandateActivatedReadyMail: MailTemplate<'mandate-activated-ready'> = (props, context) =>
  nothingToDoLetter(props, context, context.texts.mandate.alreadyUsed)
