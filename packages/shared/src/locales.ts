/** The languages of the product, by their BCP 47 tags. English comes first: it stands in where another is unknown. */
export const locales = ['en', 'de', 'fr', 'es', 'pt-BR', 'pl', 'ja', 'ar'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

export const isLocale = (tag: string | null | undefined): tag is Locale => locales.some((locale) => locale === tag)

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

/** The first of the wanted languages that the product speaks, whatever the region: "pt" and "pt-PT" read "pt-BR". */
export function matchLocale(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    const language = languageOf(tag)
    const found = locales.find((locale) => languageOf(locale) === language)
    if (found) return found
  }
  return undefined
}

/** Dates and numbers of a language. Arabic writes Western digits here, as codes and phone numbers do. */
export const formatLocaleOf = (locale: Locale): string => (locale === 'ar' ? 'ar-u-nu-latn' : locale)

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''
