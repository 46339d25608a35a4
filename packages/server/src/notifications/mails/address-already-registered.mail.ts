import type { MailTemplate } from '../letter.types.js'
import { originFacts } from '../origin-facts.js'

/** To the owner of an account, when somebody signs up with its address: the screen says the same as for a new one. */
export const addressAlreadyRegisteredMail: MailTemplate<'address-already-registered'> = ({ at, origin }, context) => {
  const texts = context.texts.addressAlreadyRegistered
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'text', text: texts.what },
      { kind: 'button', link: { label: texts.signIn, url: context.url('/sign-in') }, isAddressShown: false },
      { kind: 'aside', text: texts.forgotten, link: { label: texts.reset, url: context.url('/forgot-password') } },
      originFacts(origin, context, at),
      { kind: 'aside', text: texts.ifNotYou },
    ],
  }
}
