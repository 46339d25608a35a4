import type { MailTemplate } from '../letter.types.js'
import { momentInUtc } from '../moment.js'
import { printableLine, printableName } from '../printable.js'

/** To whom an Admin helps back in, or to the owner of an account that somebody else wants into. */
export const reEnrolmentGrantedMail: MailTemplate<'re-enrolment-granted'> = (props, context) => {
  const { reEnrolment, layout } = context.texts
  const network = printableName(props.networkName)
  const subject = reEnrolment.subject(network)
  const others = props.alsoToAgree.map(printableName)
  return {
    subject,
    title: subject,
    parts: [
      { kind: 'text', text: reEnrolment.what(printableName(props.actorName)) },
      {
        kind: 'facts',
        facts: [
          { label: layout.until, value: momentInUtc(props.until) },
          { label: layout.reason, value: printableLine(props.reason) },
        ],
      },
      { kind: 'text', text: reEnrolment.how },
      ...(others.length > 0 ? [{ kind: 'text' as const, text: reEnrolment.alsoToAgree(others) }] : []),
      { kind: 'text', text: reEnrolment.ifNotYou },
      {
        kind: 'button',
        link: { label: reEnrolment.cancel, url: context.url(`/recovery/cancel#token=${props.cancelToken}`) },
        isAddressShown: true,
      },
    ],
  }
}
