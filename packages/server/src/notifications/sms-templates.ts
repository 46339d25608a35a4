import type { MessageTexts } from '@twinlock/shared/locales/messages.en'
import type { SmsTemplateName } from './message-props.types.js'

type SmsText = (texts: MessageTexts, code: string) => string

const sentences: { readonly [T in SmsTemplateName]: SmsText } = {
  'sign-in-sms': ({ sms }, code) => sms.signIn(code),
  'set-up-sms': ({ sms }, code) => sms.setUp(code),
  'confirmation-sms': ({ sms }, code) => sms.confirmation(code),
}

export const isSmsTemplate = (template: string): template is SmsTemplateName => Object.hasOwn(sentences, template)

/**
 * One fixed sentence and the code, nothing anybody else chose. The last line binds the code to the site, so that a phone
 * fills it in there and nowhere else (WICG "Origin-bound one-time codes"); the domain stands there without a port.
 */
export function smsText(template: SmsTemplateName, code: string, texts: MessageTexts, domain: string): string {
  return `${sentences[template](texts, code)}\n\n@${domain} #${code}`
}
