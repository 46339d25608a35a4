import type { MailTemplate } from '../letter.types.js'
import { nothingToDoLetter } from './nothing-to-do-letter.js'

/** To every teammate who comes in by company sign-in, once, when a network makes two-factor authentication required. */
export const mandateActivatedSsoMail: MailTemplate<'mandate-activated-sso'> = (props, context) =>
  nothingToDoLetter(props, context, context.texts.mandate.companySignIn)
