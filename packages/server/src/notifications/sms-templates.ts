import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { CodeSmsTemplateName, SmsTemplateName } from './message-props.types.js'

type SmsTexts = MessageTexts['sms']

const sentences: { readonly [T in CodeSmsTemplateName]: (sms: SmsTexts) => (values: { code: string }) => string } = {
  'sign-in-sms': (sms) => sms.signIn,
  'set-up-sms': (sms) => sms.setUp,
  'confirmation-sms': (sms) => sms.confirmation,
}

export const isCodeSms = (template: string): template is CodeSmsTemplateName => Object.hasOwn(sentences, template)
export const isSmsTemplate = (template: string): template is SmsTemplateName =>
  isCodeSms(template) || template === 're-enrolment-granted-sms'

/**
 * One fixed sentence and the code, nothing that a person chose. The last line binds the code to the site, so that a phone
 * fills it in there and nowhere else (WICG "Origin-bound one-time codes"); the domain stands there without a port.
 */
export function smsText(template: CodeSmsTemplateName, code: string, sms: SmsTexts, domain: string): string {
  return `${sentences[template](sms)({ code })}\n\n@${domain} #${code}`
}

/** A warning names the host and has no link, since no warning should teach people to follow one from a text message. */
export function warningText(sms: SmsTexts, host: string): string {
  return sms.reEnrolmentGranted({ host })
}
