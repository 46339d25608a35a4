import type { Catalogs } from '@twinlock/shared/generated/catalogs'
import { createTextMaker, type TextMaker } from '@twinlock/shared/texts'
import { type Language, localeOf } from './language'

export type { Catalogs }
export type Area = Exclude<keyof Catalogs, 'mail' | 'sms'>

/** What build/compile-texts.ts makes of a catalog. */
type CompiledCatalog = (text: TextMaker) => unknown

const files = import.meta.glob<CompiledCatalog>(
  ['../../../shared/src/locales/*/*.json', '!../../../shared/src/locales/*/{mail,sms}.json'],
  { import: 'default' },
)

export const areas = Object.keys(files)
  .filter((file) => file.includes('/en/'))
  .map((file) =>
    file.replace(/^.*\/|\.json$/g, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  ) as Area[]

/** One catalog per area of the app and language, so that a page loads the texts it shows and no others. */
export async function loadCatalog<Name extends Area>(language: Language, area: Name): Promise<Catalogs[Name]> {
  const name = area.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
  const load = files[`../../../shared/src/locales/${language}/${name}.json`]
  if (!load) throw new Error(`No catalog ${language}/${name}.json`)
  const catalog = await load()
  return catalog(createTextMaker(localeOf(language))) as Catalogs[Name]
}
