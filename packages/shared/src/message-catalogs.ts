import type { Catalogs } from './generated/catalogs.js'
import appPagesAr from './locales/ar/app-pages.json' with { type: 'json' }
import auditEventsAr from './locales/ar/audit-events.json' with { type: 'json' }
import csvAr from './locales/ar/csv.json' with { type: 'json' }
import mailAr from './locales/ar/mail.json' with { type: 'json' }
import smsAr from './locales/ar/sms.json' with { type: 'json' }
import appPagesDe from './locales/de/app-pages.json' with { type: 'json' }
import auditEventsDe from './locales/de/audit-events.json' with { type: 'json' }
import csvDe from './locales/de/csv.json' with { type: 'json' }
import mailDe from './locales/de/mail.json' with { type: 'json' }
import smsDe from './locales/de/sms.json' with { type: 'json' }
import appPagesEn from './locales/en/app-pages.json' with { type: 'json' }
import auditEventsEn from './locales/en/audit-events.json' with { type: 'json' }
import csvEn from './locales/en/csv.json' with { type: 'json' }
import mailEn from './locales/en/mail.json' with { type: 'json' }
import smsEn from './locales/en/sms.json' with { type: 'json' }
import appPagesEs from './locales/es/app-pages.json' with { type: 'json' }
import auditEventsEs from './locales/es/audit-events.json' with { type: 'json' }
import csvEs from './locales/es/csv.json' with { type: 'json' }
import mailEs from './locales/es/mail.json' with { type: 'json' }
import smsEs from './locales/es/sms.json' with { type: 'json' }
import appPagesFr from './locales/fr/app-pages.json' with { type: 'json' }
import auditEventsFr from './locales/fr/audit-events.json' with { type: 'json' }
import csvFr from './locales/fr/csv.json' with { type: 'json' }
import mailFr from './locales/fr/mail.json' with { type: 'json' }
import smsFr from './locales/fr/sms.json' with { type: 'json' }
import appPagesJa from './locales/ja/app-pages.json' with { type: 'json' }
import auditEventsJa from './locales/ja/audit-events.json' with { type: 'json' }
import csvJa from './locales/ja/csv.json' with { type: 'json' }
import mailJa from './locales/ja/mail.json' with { type: 'json' }
import smsJa from './locales/ja/sms.json' with { type: 'json' }
import appPagesPl from './locales/pl/app-pages.json' with { type: 'json' }
import auditEventsPl from './locales/pl/audit-events.json' with { type: 'json' }
import csvPl from './locales/pl/csv.json' with { type: 'json' }
import mailPl from './locales/pl/mail.json' with { type: 'json' }
import smsPl from './locales/pl/sms.json' with { type: 'json' }
import appPagesPtBr from './locales/pt-BR/app-pages.json' with { type: 'json' }
import auditEventsPtBr from './locales/pt-BR/audit-events.json' with { type: 'json' }
import csvPtBr from './locales/pt-BR/csv.json' with { type: 'json' }
import mailPtBr from './locales/pt-BR/mail.json' with { type: 'json' }
import smsPtBr from './locales/pt-BR/sms.json' with { type: 'json' }
import { formatLocaleOf, type Locale } from './locales.js'
import { parseText } from './parse-text.js'
import { createTextMaker, type TextMaker } from './texts.js'

/** The texts of what the server sends: mails, text messages, files, the log, and the few pages it answers by itself. */
export type MessageTexts = Pick<Catalogs, 'appPages' | 'auditEvents' | 'csv' | 'mail' | 'sms'>

const sources: Record<Locale, Record<keyof MessageTexts, object>> = {
  en: { appPages: appPagesEn, auditEvents: auditEventsEn, csv: csvEn, mail: mailEn, sms: smsEn },
  de: { appPages: appPagesDe, auditEvents: auditEventsDe, csv: csvDe, mail: mailDe, sms: smsDe },
  fr: { appPages: appPagesFr, auditEvents: auditEventsFr, csv: csvFr, mail: mailFr, sms: smsFr },
  es: { appPages: appPagesEs, auditEvents: auditEventsEs, csv: csvEs, mail: mailEs, sms: smsEs },
  'pt-BR': { appPages: appPagesPtBr, auditEvents: auditEventsPtBr, csv: csvPtBr, mail: mailPtBr, sms: smsPtBr },
  pl: { appPages: appPagesPl, auditEvents: auditEventsPl, csv: csvPl, mail: mailPl, sms: smsPl },
  ja: { appPages: appPagesJa, auditEvents: auditEventsJa, csv: csvJa, mail: mailJa, sms: smsJa },
  ar: { appPages: appPagesAr, auditEvents: auditEventsAr, csv: csvAr, mail: mailAr, sms: smsAr },
}

const known = new Map<string, MessageTexts>()

/** @param product the name of this installation, for `{product}`. */
export function readMessageTexts(locale: Locale, product?: string): MessageTexts {
  const key = `${locale} ${product}`
  const texts =
    known.get(key) ?? (lazily(sources[locale], createTextMaker(formatLocaleOf(locale), product)) as MessageTexts)
  known.set(key, texts)
  return texts
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
