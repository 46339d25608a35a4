import { use, useSyncExternalStore } from 'react'
import type { Area, Catalogs } from './catalogs'
import type { Language } from './language'
import { currentLanguage, loadTexts, onLanguageChange, textsOf } from './text-store'

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}

/** The texts of one area in the current language; suspends while they load. */
export function useTexts<Name extends Area>(area: Name): Catalogs[Name] {
  useLanguage()
  const texts = textsOf(area)
  if (texts) return texts
  use(loadTexts(area))
  return textsOf(area) ?? unreachable(area)
}

function unreachable(area: Area): never {
  throw new Error(`The texts of ${area} were loaded and are not there`)
}
