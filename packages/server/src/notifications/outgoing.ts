import type { Locale } from '@twinlock/shared/locales'
import { type OutgoingMessage, type Priority, priorities } from '../outbox/outbox.types.js'
import { requestLocale } from '../platform/http/request-locale.js'
import type { MessageProps, TemplateName } from './message-props.types.js'

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
    channel: template.endsWith('-sms') ? 'sms' : 'email',
    priority: priorityOf(template),
    expiresAt,
  }
}

function priorityOf(template: TemplateName): Priority {
  if (template === 'sso-owner-entered') return priorities.notice
  if (template.startsWith('mandate-') || template.startsWith('sso-')) return priorities.bulk
  if (template.startsWith('notice-') || template.startsWith('network-')) return priorities.notice
  return priorities.code
}
