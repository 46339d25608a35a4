import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'

/** `TYPE.select` of the parser, which stays out of the browser. */
const SELECT = 5

/** What a message takes for its arguments. A list is joined as the language joins lists. */
export type TextArguments = Readonly<Record<string, string | number | boolean | readonly string[]>>

export interface TextMaker {
  /** Makes a parsed ICU message callable. It is prepared at the first call, since few of a catalog are ever used. */
  (message: MessageFormatElement[]): (values: TextArguments) => string
  /** Prints a message that names nothing but the product. */
  fixed(message: MessageFormatElement[]): string
}

/** @param product what `{product}` stands for in every message; no caller passes it. */
export function createTextMaker(locale: string, product = 'Twinlock'): TextMaker {
  const lists = new Intl.ListFormat(locale)
  // An address or a number in a sentence that reads right to left must not take its neighbors along.
  const isolated = /^ar\b/.test(locale) ? (text: string) => `\u2068${text}\u2069` : (text: string) => text
  const make = (message: MessageFormatElement[]) => {
    let format: IntlMessageFormat | undefined
    const chosen = new Set(message.flatMap((part) => (part.type === SELECT ? [part.value] : [])))
    const printable = (name: string, value: TextArguments[string]) => {
      if (typeof value === 'object') return isolated(lists.format(value))
      return typeof value === 'string' && !chosen.has(name) ? isolated(value) : value
    }
    return (values: TextArguments): string => {
      format ??= new IntlMessageFormat(message, locale)
      const entries = Object.entries(values).map(([name, value]) => [name, printable(name, value)])
      return String(format.format({ product, ...Object.fromEntries(entries) }))
    }
  }
  return Object.assign(make, { fixed: (message: MessageFormatElement[]) => make(message)({}) })
}
