import type { MailTemplate } from './letter.types.js'
import { printableLine } from './printable.js'

/** To the operator, in English as the log is: what happened, and what to do. */
export const operatorAlarmMail: MailTemplate<'operator-alarm'> = ({ subject, lines, at }) => ({
  subject,
  title: subject,
  parts: [
    ...lines.map((text) => ({ kind: 'text' as const, text: printableLine(text) })),
    { kind: 'aside', text: at.toISOString() },
  ],
})
