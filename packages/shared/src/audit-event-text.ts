import { durationText } from './duration-text.js'
import type { Catalogs } from './generated/catalogs.js'
import type { Locale } from './locales.js'

export type AuditEventTexts = Catalogs['auditEvents']

/** An entry of a network's log, as the API shows it. */
export interface AuditEventFacts {
  type: string
  /** The email address of the account concerned; empty when that account was deleted. */
  whom: string | null
  /** The event's other facts under their own names, without those that are null. */
  details: readonly { name: string; value: string }[]
}

export interface AuditEventReader {
  locale: Locale
  texts: AuditEventTexts
  /** Formats a moment (RFC 3339). */
  moment: (at: string) => string
}

/** The arguments of a sentence are the facts of its event, under their own names. */
type FactName = {
  [Type in keyof Events]: Events[Type] extends (values: infer Facts) => string ? keyof Facts : never
}[keyof Events]
type Events = AuditEventTexts['events']
type Format = (value: string, reader: AuditEventReader, type: string) => string | number | readonly string[]

/** What a `select` in a sentence calls a fact that the event does not have. */
const NONE = 'none'

const text: Format = (value) => value
const count: Format = (value) => Number(value)
const moment: Format = (at, reader) => at && reader.moment(at)
const role: Format = (name, { texts }) => named(texts.roles, name) || NONE
const duration: Format = (hours, { texts }) => (Number(hours) ? durationText(Number(hours), texts) : NONE)

/** Each fact receives its value, or the empty string where the event does not have it. */
const formats: Record<FactName, Format> = {
  app: text,
  appName: text,
  byLink: text,
  days: (days, { texts }) => (Number(days) ? texts.days({ count: Number(days) }) : NONE),
  deadline: moment,
  domain: text,
  effectiveAt: moment,
  email: text,
  endsAt: moment,
  expiresAt: moment,
  // The role or plan before a change, or when a rule takes effect.
  from: (value, reader, type) => (type.startsWith('sso.') ? moment : role)(value, reader, type),
  hours: duration,
  idleHours: duration,
  isAllowed: text,
  issuer: text,
  keyName: text,
  locale: (tag, { locale }) => (tag ? (new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag) : NONE),
  method: (name, { texts }) => named(texts.methods, name),
  methods: (names, { texts }) => names.split(', ').map((name) => named(texts.methods, name)),
  outcome: (code, { texts }) => named(texts.outcomes, code),
  reason: (value, { texts }, type) => {
    if (type === 'sso.sign_in_refused') return named(texts.outcomes, value)
    return type === 'app.access_ended' ? named(texts.accessEnds, value) : value
  },
  recipients: count,
  role,
  scopes: text,
  sessions: count,
  to: role,
  until: moment,
  url: text,
  values: text,
}

/**
 * What happened, for a person to read, without the actor and the time.
 * @returns null for a type that this version does not know
 */
export function auditEventText({ type, whom, details }: AuditEventFacts, reader: AuditEventReader): string | null {
  const sentences: Record<string, string | ((facts: never) => string)> = reader.texts.events
  const sentence = Object.hasOwn(sentences, type) ? sentences[type] : undefined
  if (typeof sentence !== 'function') return sentence ?? null
  const values = new Map(details.map(({ name, value }) => [name, value]))
  values.set('email', whom === '' ? reader.texts.deletedAccount : (whom ?? reader.texts.everyone))
  const format = ([name, print]: [string, Format]) => [name, print(values.get(name) ?? '', reader, type)]
  return (sentence as (facts: object) => string)(Object.fromEntries(Object.entries(formats).map(format)))
}

function named(names: Record<string, string>, code: string): string {
  return names[code] ?? code
}
