import type { MailTemplate } from '../letter.types.js'
import { momentInUtc } from '../moment.js'
import { originFacts } from '../origin-facts.js'

/** To somebody who showed a password only and is about to set up a first method. */
export const mailboxCodeMail: MailTemplate<'mailbox-code'> = ({ code, expiresAt, origin }, context) => {
  const texts = context.texts.mailboxCode
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'code', code },
      { kind: 'text', text: texts.where(momentInUtc(expiresAt)) },
      originFacts(origin, context),
      { kind: 'aside', text: texts.ifNotYou, link: { label: texts.reset, url: context.url('/forgot-password') } },
    ],
  }
}
