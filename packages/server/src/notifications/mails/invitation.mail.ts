import type { LetterPart, MailTemplate } from '../letter.types.js'
import { momentInUtc } from '../moment.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

/** To the invited address, whoever reads it; whether it has an account makes no difference. */
export const invitationMail: MailTemplate<'invitation'> = (props, context) => {
  const texts = context.texts.invitation
  const inviter = printableName(props.inviterName)
  const network = printableName(props.networkName)
  const twoFactor: LetterPart[] = props.isTwoFactorRequired ? [{ kind: 'text', text: texts.twoFactor(network) }] : []
  return {
    subject: texts.subject(inviter, network),
    title: texts.title(network),
    parts: [
      { kind: 'text', text: texts.what(inviter, network, props.role) },
      ...twoFactor,
      {
        kind: 'button',
        link: { label: texts.action, url: context.url(`/invitation#token=${props.token}`) },
        isAddressShown: true,
      },
      { kind: 'text', text: texts.until(momentInUtc(props.expiresAt)) },
      helpPart(props.helpContact, network, context),
      { kind: 'aside', text: texts.ifNotYou(inviter) },
    ],
  }
}
