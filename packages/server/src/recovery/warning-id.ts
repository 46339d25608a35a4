const MAIL = ':mail'

/** Of the mail that warns of a grant, so that what becomes of it can be told of the grant. */
export const warningMailIdOf = (grantEventId: string): string => `${grantEventId}${MAIL}`

/** @returns null for any other message */
export function grantEventIdIn(messageId: string): string | null {
  return messageId.endsWith(MAIL) ? messageId.slice(0, -MAIL.length) : null
}
