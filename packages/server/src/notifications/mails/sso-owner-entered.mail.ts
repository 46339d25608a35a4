import type { MailTemplate } from '../letter.types.js'
import { originFacts } from '../origin-facts.js'
import { printableName } from '../printable.js'

/** To the other Admins: an owner went in past the company sign-in. */
export const ssoOwnerEnteredMail: MailTemplate<'sso-owner-entered'> = (props, context) => {
  const { sso, admins } = context.texts
  const network = printableName(props.networkName)
  const text = sso.ownerEntered(printableName(props.ownerName), network)
  return {
    subject: text.subject,
    title: text.subject,
    parts: [
      { kind: 'text', text: text.what },
      originFacts(props.origin, context, props.at),
      {
        kind: 'text',
        text: text.next,
        link: { label: sso.openSecurity, url: context.url(`/networks/${props.slug}/security`) },
      },
      { kind: 'aside', text: admins.why(network) },
    ],
  }
}
