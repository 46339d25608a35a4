import type { Locale } from './locales.js'
import type { MessageTexts } from './message-catalogs.js'

/**
 * The texts of what the server prints, in one language. The catalogs and their parser are loaded for the first who
 * prints anything: a start prints nothing.
 * @param product the name of this installation, for `{product}`
 */
export async function loadMessageTexts(locale: Locale, product?: string): Promise<MessageTexts> {
  const { readMessageTexts } = await import('./message-catalogs.js')
  return readMessageTexts(locale, product)
}
