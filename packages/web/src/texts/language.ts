export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** Each in its own words: whoever looks for it may not read the current one. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' }

const STORAGE_KEY = 'twinlock.language'

const isLanguage = (text: string | null | undefined): text is Language => languages.some((one) => one === text)

/** What the person chose here before, else the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const chosen = storedLanguage()
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}

/** With the person's region where the browser tells it, so that dates and numbers look as they do at home. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? (language === 'en' ? 'en-GB' : language)
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Storage is barred in this browser: the choice holds until the next reload.
  }
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
