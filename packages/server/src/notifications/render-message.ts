import { loadMessageTexts } from '@twinlock/shared/load-message-texts'
import { defaultLocale, type Locale } from '@twinlock/shared/locales'
import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { Reader, RenderedMessage, RenderMessage } from '../outbox/outbox.types.js'
import type { LetterContext, MailTemplate } from './letter.types.js'
import { letterText } from './letter-text.js'
import { mailTemplates } from './mail-templates.js'
import type { MailTemplateName, MessageProps, TemplateName } from './message-props.types.js'
import { momentsFor } from './moment.js'
import { isCodeSms, isSmsTemplate, smsText, warningText } from './sms-templates.js'

const mostKept = 32

/**
 * @param publicUrl where people reach the web app; every link begins with it
 * @param logo the address of the operator's own; without, the web app's
 */
export function createRenderMessage(
  publicUrl: URL,
  product = 'Twinlock',
  logo: string | null = null,
  load = loadMessageTexts,
) {
  const languages = new Map<Locale, Promise<{ texts: MessageTexts; context: LetterContext }>>()
  const languageOf = (locale: Locale) => {
    const known = languages.get(locale)
    if (known) return known
    const reading = load(locale, product).then((texts) => ({
      texts,
      context: contextOf(locale, texts, publicUrl, product, logo),
    }))
    languages.set(locale, reading)
    // The next message tries again.
    reading.catch(() => languages.delete(locale))
    return reading
  }
  const renderOnce = onceForAll(renderMail)

  return async <T extends TemplateName>(
    template: T,
    props: MessageProps[T],
    { locale = defaultLocale, timeZone }: Reader = {},
  ): Promise<RenderedMessage> => {
    const { texts, context } = await languageOf(locale)
    if (template === 're-enrolment-granted-sms')
      return { subject: null, text: warningText(texts.sms, publicUrl.host), html: null }
    if (isCodeSms(template)) {
      const { code } = props as MessageProps[typeof template]
      return { subject: null, text: smsText(template, code, texts.sms, publicUrl.hostname), html: null }
    }
    const moments = timeZone === undefined ? context.moments : momentsFor(locale, timeZone)
    return renderOnce(template as MailTemplateName, props, { ...context, moments })
  }
}

function contextOf(
  locale: Locale,
  { mail }: MessageTexts,
  publicUrl: URL,
  product: string,
  logo: string | null,
): LetterContext {
  const base = publicUrl.href.replace(/\/+$/, '')
  return {
    locale,
    texts: mail,
    moments: momentsFor(locale),
    product,
    logo: { url: logo ?? `${base}/mail-logo.png`, isOwn: logo === null },
    host: publicUrl.host,
    url: (path) => base + path,
  }
}

interface StoredRendering {
  publicUrl: URL
  product?: string
  logo?: string | null
}

/** For the outbox, which takes messages as they were stored. @throws Error when this version knows no such template. */
export function createRenderStored({ publicUrl, product, logo }: StoredRendering): RenderMessage {
  const renderMessage = createRenderMessage(publicUrl, product, logo)
  return async (template, props, reader) => {
    if (!isTemplate(template)) throw new Error(`No template is named "${template}".`)
    return renderMessage(template, props as MessageProps[typeof template], reader)
  }
}

async function renderMail(template: MailTemplateName, props: object, context: LetterContext): Promise<RenderedMessage> {
  const letter = (mailTemplates[template] as MailTemplate<never>)(props as never, context)
  // A third of what a server would load before its first answer, and no command of the operator's needs.
  const { letterHtml } = await import('./letter-mail.js')
  return {
    subject: letter.subject.replaceAll('\u2060', ''),
    text: letterText(letter, context),
    html: await letterHtml(letter, context),
  }
}

type Render = (template: MailTemplateName, props: object, context: LetterContext) => Promise<RenderedMessage>

/**
 * An email to a whole network reads the same for all of one language, whose time zone is the network's: it is rendered
 * once. No code or token is stored.
 */
function onceForAll(renderEach: Render): Render {
  const kept = new Map<string, Promise<RenderedMessage>>()
  return (template, props, context) => {
    if (!template.startsWith('mandate-')) return renderEach(template, props, context)
    const key = `${context.locale} ${template} ${JSON.stringify(props)}`
    const rendered = kept.get(key) ?? renderEach(template, props, context)
    kept.delete(key)
    kept.set(key, rendered)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return rendered
  }
}

const isTemplate = (name: string): name is TemplateName => isSmsTemplate(name) || Object.hasOwn(mailTemplates, name)
