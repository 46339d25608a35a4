import type { Locale } from '@twinlock/shared/locales'
import { type OutgoingMessage, type Priority, priorities } from '../outbox/outbox.types.js'
import { requestLocale } from '../platform/http/request-locale.js'
import type { MessageProps, TemplateName } from './message-props.types.js'
import { isSmsTemplate } from './sms-templates.js'

/** A message ready for the outbox; the template decides by what channel it goes and how urgent it is. */
export function outgoing<T extends TemplateName>(
  template: T,
  message: { id: string; to: string; locale?: Locale; memberId?: string; props: MessageProps[T] },
): OutgoingMessage {
  const { expiresAt = null, locale: networks } = message.props as { expiresAt?: Date; locale?: Locale }
  const locale = message.locale ?? networks ?? requestLocale()
  return {
    ...message,
    ...(locale ? { locale } : {}),
    template,
    channel: isSmsTemplate(template) ? 'sms' : 'email',
    priority: priorityOf(template),
    expiresAt,
  }
}

/** Someone waits for these, or loses something while they wait. */
const urgent: ReadonlySet<TemplateName> = new Set<TemplateName>([
  'sign-up-code',
  'address-already-registered',
  'mailbox-code',
  'password-reset-link',
  'email-change-code',
  'email-change-taken',
  'email-changed',
  'export-link',
  're-enrolment-granted',
  're-enrolment-granted-sms',
  'sign-in-sms',
  'set-up-sms',
  'confirmation-sms',
  'operator-alarm',
])

/** To all members of a network. */
const bulk = /^(mandate-|sso-(?!owner-entered))/

function priorityOf(template: TemplateName): Priority {
  if (urgent.has(template)) return priorities.code
  return bulk.test(template) ? priorities.bulk : priorities.notice
}
