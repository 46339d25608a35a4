import type { MailTemplate } from '../letter.types.js'
import { momentInUtc } from '../moment.js'

/** To whoever owns the address somebody signs up with. No name in it: a stranger may have typed both. */
export const signUpCodeMail: MailTemplate<'sign-up-code'> = ({ code, expiresAt }, { texts: { signUpCode } }) => ({
  subject: signUpCode.subject,
  title: signUpCode.title,
  parts: [
    { kind: 'code', code },
    { kind: 'text', text: signUpCode.where(momentInUtc(expiresAt)) },
    { kind: 'aside', text: signUpCode.ifNotYou },
  ],
})
