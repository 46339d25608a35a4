import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'

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
  const printable = (value: TextArguments[string]) => (typeof value === 'object' ? lists.format(value) : value)
  const make = (message: MessageFormatElement[]) => {
    let format: IntlMessageFormat | undefined
    return (values: TextArguments): string => {
      format ??= new IntlMessageFormat(message, locale)
      const entries = Object.entries(values).map(([name, value]) => [name, printable(value)])
      return String(format.format({ product, ...Object.fromEntries(entries) }))
    }
  }
  return Object.assign(make, { fixed: (message: MessageFormatElement[]) => make(message)({}) })
}
