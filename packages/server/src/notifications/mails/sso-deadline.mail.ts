import type { MessageTexts, SsoDeadlineText } from '@twinlock/shared/locales/messages.en'
import type { MailTemplate } from '../letter.types.js'
import { momentIn, momentWithUtc } from '../moment.js'
import { printableName } from '../printable.js'
import { helpPart } from './help-part.js'

type SsoDeadlineMail = 'sso-required' | 'sso-proof-required' | 'sso-ending'

/** To those whom a change of a company sign-in concerns: what it is, from when, what to do, and who decided it. */
export function ssoDeadlineMail<T extends SsoDeadlineMail>(
  textOf: (sso: MessageTexts['sso'], network: string, from: string) => SsoDeadlineText,
  placeOf: (slug: string) => string,
): MailTemplate<T> {
  return (props, context) => {
    const { sso, layout, mandate } = context.texts
    const network = printableName(props.networkName)
    const text = textOf(sso, network, momentIn(props.deadline, props.timeZone))
    return {
      subject: text.subject,
      title: text.subject,
      parts: [
        { kind: 'text', text: text.what },
        { kind: 'facts', facts: [{ label: layout.from, value: momentWithUtc(props.deadline, props.timeZone) }] },
        {
          kind: 'button',
          link: { label: text.button, url: context.url(placeOf(props.slug)) },
          isAddressShown: false,
        },
        { kind: 'text', text: `${text.late} ${mandate.decidedBy(printableName(props.actorName))}` },
        helpPart(props.helpContact, network, context),
      ],
    }
  }
}
