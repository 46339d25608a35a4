import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'

/** What a message takes for its arguments. A list is joined as the language joins lists. */
export type TextArguments = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** Makes a parsed ICU message callable. It is prepared for its language at the first call, since few are ever used. */
export function textMaker(locale: string) {
  const lists = new Intl.ListFormat(locale)
  return (message: MessageFormatElement[]) => {
    let format: IntlMessageFormat | undefined
    return (values: TextArguments): string => {
      format ??= new IntlMessageFormat(message, locale)
      const printable = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? lists.format(value) : value,
      ])
      return String(format.format(Object.fromEntries(printable)))
    }
  }
}
