import { directionOf } from '@twinlock/shared/locales'
import { type Area, type Catalogs, loadCatalog } from './catalogs'
import { type Language, onLanguageRemembered, preferredLanguage, rememberLanguage, wantedLanguage } from './language'

const loaded = new Map<Language, Partial<Catalogs>>()
const loading = new Map<string, Promise<unknown>>()
const wanted = new Set<Area>()
const listeners = new Set<() => void>()
const chosenListeners = new Set<(language: Language) => void>()
let language: Language = preferredLanguage()

export const currentLanguage = (): Language => language

/** The catalog of the current language, once `loadTexts` has loaded it. */
export function textsOf<Name extends Area>(area: Name): Catalogs[Name] | undefined {
  return loaded.get(language)?.[area]
}

/** Loads the texts of an area beside the code that shows them. The same promise for the same catalog. */
export function loadTexts(area: Area): Promise<unknown> {
  wanted.add(area)
  return load(language, area)
}

/** Switches once every area in use is there, so that no page shows half of each. */
export async function changeLanguage(next: Language): Promise<void> {
  await showLanguage(next)
  rememberLanguage(next)
}

/** The language of a network, for people whose browser asks for none that the product speaks. */
export async function fallBackTo(next: Language): Promise<void> {
  if (!wantedLanguage()) await showLanguage(next)
}

async function showLanguage(next: Language): Promise<void> {
  await Promise.all([...wanted].map((area) => load(next, area)))
  language = next
  markDocument()
  for (const listener of listeners) listener()
}

/** What a person does: changes the language, and lets the account remember it. */
export async function chooseLanguage(next: Language): Promise<void> {
  await changeLanguage(next)
  for (const listener of chosenListeners) listener(next)
}

/** A language that is chosen in one tab is shown in all of them. */
export function followOtherTabs(): void {
  onLanguageRemembered((next) => void changeLanguage(next))
}

/** Hears of each language that a person chooses. @returns stops listening */
export function onLanguageChosen(listener: (language: Language) => void): () => void {
  chosenListeners.add(listener)
  return () => chosenListeners.delete(listener)
}

/** The document says its language and direction: screen readers, hyphenation and the layout follow. */
export function markDocument(): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function load(of: Language, area: Area): Promise<unknown> {
  const key = `${of}/${area}`
  const known = loading.get(key)
  if (known) return known
  const promise = loadCatalog(of, area).then(
    (texts) => {
      loaded.set(of, { ...loaded.get(of), [area]: texts })
    },
    (error: unknown) => {
      // A failed download may be tried again; a kept promise would fail for ever.
      loading.delete(key)
      throw error
    },
  )
  loading.set(key, promise)
  return promise
}
