import { formatLocaleOf, isLocale, type Locale, locales, matchLocale } from '@twinlock/shared/locales'
import type { Locale as LocaleName } from '../generated/graphql'

export type Language = Locale
export const languages = locales

/** Each in its own language, for people who cannot read the current one. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  pl: 'Polski',
  ja: '日本語',
  ar: 'العربية',
}

/** The API's name of a language: "pt-BR" is PT_BR. */
export const localeNameOf = (language: Language) => language.toUpperCase().replace('-', '_') as LocaleName

export function languageTagOf(name: LocaleName): Language | undefined {
  const [language = '', region] = name.split('_')
  const tag = region ? `${language.toLowerCase()}-${region}` : language.toLowerCase()
  return isLocale(tag) ? tag : undefined
}

const STORAGE_KEY = 'twinlock.language'

/** The language that was chosen in this browser, else the first of the browser's own that the product speaks. */
export function preferredLanguage(): Language {
  return wantedLanguage() ?? 'en'
}

/** @returns undefined where nobody chose one, and the browser asks for none that the product speaks */
export function wantedLanguage(): Language | undefined {
  const chosen = storedLanguage()
  return isLocale(chosen) ? chosen : matchLocale(navigator.languages)
}

/** With the person's region where the browser names it, so that dates and numbers look as they do at home. */
export function localeOf(language: Language): string {
  const regional = navigator.languages.find((tag) => tag.startsWith(`${language}-`))
  if (language === 'ar') return `${regional ?? language}-u-nu-latn`
  return regional ?? (language === 'en' ? 'en-GB' : formatLocaleOf(language))
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Storage is barred in this browser: the choice holds until the next reload.
  }
}

/** Calls back with each language that is chosen in another tab of this browser. */
export function onLanguageRemembered(listener: (language: Language) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === STORAGE_KEY && isLocale(newValue)) listener(newValue)
  })
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
