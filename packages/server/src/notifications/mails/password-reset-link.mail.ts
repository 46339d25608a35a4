import type { MailTemplate } from '../letter.types.js'
import { momentInUtc } from '../moment.js'
import { originFacts } from '../origin-facts.js'

/** To the owner of an account who asked for it, or somebody in their name. */
export const passwordResetLinkMail: MailTemplate<'password-reset-link'> = ({ token, expiresAt, origin }, context) => {
  const texts = context.texts.passwordResetLink
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'text', text: texts.what(momentInUtc(expiresAt)) },
      {
        kind: 'button',
        link: { label: texts.action, url: context.url(`/reset-password#token=${token}`) },
        isAddressShown: true,
      },
      originFacts(origin, context),
      { kind: 'aside', text: texts.ifNotYou },
    ],
  }
}
