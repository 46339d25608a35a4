import type { Catalogs } from './generated/catalogs.js'
import mailEn from './locales/en/mail.json' with { type: 'json' }
import smsEn from './locales/en/sms.json' with { type: 'json' }
import { defaultLocale, formatLocaleOf, type Locale } from './locales.js'
import { parseText } from './parse-text.js'
import { createTextMaker, type TextMaker } from './texts.js'

/** The texts of what the server sends. */
export type MessageTexts = Pick<Catalogs, 'mail' | 'sms'>

const sources: Partial<Record<Locale, Record<keyof MessageTexts, object>>> = {
  en: { mail: mailEn, sms: smsEn },
}

/** @param product the name of this installation, for `{product}`. */
export function readMessageTexts(locale: Locale, product?: string): MessageTexts {
  return lazily(
    sources[locale] ?? sources[defaultLocale],
    createTextMaker(formatLocaleOf(locale), product),
  ) as MessageTexts
}

/** The same tree with each text read when it is first used: a process sends few of the mails there are. */
function lazily(source: unknown, text: TextMaker): unknown {
  if (typeof source === 'string') return readText(source, text)
  const read = {}
  for (const [key, inner] of Object.entries(source as object)) {
    let value: unknown
    Object.defineProperty(read, key, { enumerable: true, get: () => (value ??= lazily(inner, text)) })
  }
  return read
}

function readText(source: string, text: TextMaker): unknown {
  const parsed = parseText(source)
  if (typeof parsed === 'string') return parsed
  return parsed.isFixed ? text.fixed(parsed.message) : text(parsed.message)
}
