import type { EventsFor } from '../events/consequences.js'
import type { OutgoingMessage } from '../outbox/outbox.types.js'
import type { MessageProps, TemplateName } from './message-props.types.js'
import { outgoing } from './outgoing.js'

/**
 * The mails that follow from an event: what the owner of an account must know, at the address on file before the
 * change. The same event gives the same ids, so relaying it again sends no second mail.
 */
export function noticesFor(event: EventsFor<'notices'>): OutgoingMessage[] {
  const notices = [noticeOf(event, { id: `${event.id}:mail`, to: event.email })]
  if (event.alsoTo) notices.push(noticeOf(event, { id: `${event.id}:mail:former`, to: event.alsoTo }))
  return notices.filter((notice) => notice !== null)
}

function noticeOf(event: EventsFor<'notices'>, addressed: { id: string; to: string }): OutgoingMessage | null {
  const base = { at: event.at, origin: event.origin }
  const mail = <T extends TemplateName>(template: T, props: MessageProps[T]) =>
    outgoing(template, { ...addressed, props })

  switch (event.type) {
    case 'account.name_changed':
      return mail('notice-name-changed', base)
    case 'account.password_changed':
      return mail('notice-password-changed', base)
    case 'account.password_reset':
      return mail('notice-password-reset', base)
    case 'account.email_changed':
      // The former address gets the link that undoes it, which is not made from the event alone.
      return outgoing('notice-email-changed', { ...addressed, to: event.newEmail, props: base })
    case 'account.email_restored':
      return mail('notice-email-restored', base)
    case 'account.deletion_scheduled':
      return mail('notice-deletion-scheduled', { ...base, until: event.until })
    case 'account.deletion_cancelled':
      return mail('notice-deletion-cancelled', base)
    case 'sign_in.completed':
      return event.isNewBrowser ? mail('notice-new-sign-in', base) : null
    case 'sign_in.unfinished':
      return mail('notice-sign-in-unfinished', { ...base, signIns: event.signIns, failures: event.failures })
    case 'sign_in.locked':
      return mail('notice-sign-in-locked', { ...base, untilReset: event.untilReset })
    case 'two_factor.enabled':
      return mail('notice-two-factor-on', { ...base, method: event.method })
    case 'two_factor.disabled':
      return mail('notice-two-factor-off', base)
    case 'two_factor.method_added':
      return mail('notice-method-added', { ...base, method: event.method })
    case 'two_factor.method_replaced':
      return mail('notice-method-replaced', { ...base, method: event.method })
    case 'two_factor.method_removed':
      return mail('notice-method-removed', { ...base, method: event.method })
    case 'two_factor.set_up_anew':
      return mail('notice-set-up-anew', { ...base, method: event.method })
    case 'two_factor.preferred_changed':
      return mail('notice-preferred-changed', { ...base, method: event.method })
    case 'two_factor.passkey_copied':
      return mail('notice-passkey-copied', base)
    case 'backup_code.used':
      return mail('notice-backup-code-used', { ...base, left: event.left })
    case 'backup_code.shown':
      return mail('notice-backup-codes-shown', base)
    case 'backup_code.regenerated':
      return mail('notice-backup-codes-regenerated', base)
    case 'trusted_device.added':
      return mail('notice-device-trusted', base)
  }
}
