import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { MailTemplate } from './letter.types.js'
import { helpPart, originPart } from './letter-parts.js'
import { printableName } from './printable.js'

type SsoDeadlineMail = 'sso-required' | 'sso-proof-required' | 'sso-ending'
type SsoTexts = MessageTexts['mail']['sso']

/** To people affected by a change of a company sign-in: what changes, from when, what to do, and who decided it. */
export function ssoDeadlineMail<T extends SsoDeadlineMail>(
  textsOf: (sso: SsoTexts) => SsoTexts['required'] | SsoTexts['proofRequired'] | SsoTexts['ending'],
  placeOf: (slug: string) => string,
): MailTemplate<T> {
  return (props, context) => {
    const { sso, layout, mandate } = context.texts
    const network = printableName(props.networkName)
    const texts = textsOf(sso)
    const subject = texts.subject({ network, from: context.moments.in(props.deadline, props.timeZone) })
    const what = typeof texts.what === 'string' ? texts.what : texts.what({ network })
    const decidedBy = mandate.decidedBy({ actor: printableName(props.actorName) })
    return {
      subject,
      title: subject,
      parts: [
        { kind: 'text', text: what },
        {
          kind: 'facts',
          facts: [{ label: layout.from, value: context.moments.withUtc(props.deadline, props.timeZone) }],
        },
        { kind: 'button', link: { label: texts.button, url: context.url(placeOf(props.slug)) }, isAddressShown: false },
        { kind: 'text', text: `${texts.late} ${decidedBy}` },
        helpPart(props.helpContact, network, context),
      ],
    }
  }
}

/** To the other admins, when an owner used a password although company sign-in is required. */
export const ssoOwnerEnteredMail: MailTemplate<'sso-owner-entered'> = (props, context) => {
  const { sso, admins } = context.texts
  const network = printableName(props.networkName)
  const owner = printableName(props.ownerName)
  const subject = sso.ownerEntered.subject({ owner, network })
  return {
    subject,
    title: subject,
    parts: [
      { kind: 'text', text: sso.ownerEntered.what({ owner, network }) },
      originPart(props.origin, context, props.at),
      {
        kind: 'text',
        text: sso.ownerEntered.next({ owner }),
        link: { label: sso.openSecurity, url: context.url(`/networks/${props.slug}/security`) },
      },
      { kind: 'aside', text: admins.why({ network }) },
    ],
  }
}
