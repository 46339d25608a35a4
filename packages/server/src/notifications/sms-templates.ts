import type { MessageTexts } from '@twinlock/shared/locales/messages.en'
import type { CodeSmsTemplateName, SmsTemplateName } from './message-props.types.js'

type SmsText = (texts: MessageTexts, code: string) => string

const sentences: { readonly [T in CodeSmsTemplateName]: SmsText } = {
  'sign-in-sms': ({ sms }, code) => sms.signIn(code),
  'set-up-sms': ({ sms }, code) => sms.setUp(code),
  'confirmation-sms': ({ sms }, code) => sms.confirmation(code),
}

export const isCodeSms = (template: string): template is CodeSmsTemplateName => Object.hasOwn(sentences, template)
export const isSmsTemplate = (template: string): template is SmsTemplateName =>
  isCodeSms(template) || template === 're-enrolment-granted-sms'

/**
 * One fixed sentence and the code, nothing anybody else chose. The last line binds the code to the site, so that a phone
 * fills it in there and nowhere else (WICG "Origin-bound one-time codes"); the domain stands there without a port.
 */
export function smsText(template: CodeSmsTemplateName, code: string, texts: MessageTexts, domain: string): string {
  return `${sentences[template](texts, code)}\n\n@${domain} #${code}`
}

/** A warning: fixed words and where to look, no link, since no warning should teach anybody to follow one from a text. */
export function warningText({ sms }: MessageTexts, host: string): string {
  return sms.reEnrolmentGranted(host)
}
