import type { Catalogs } from '@twinlock/shared/generated/catalogs'
import { createTextMaker } from '@twinlock/shared/texts'
import { type Language, localeOf } from './language'
import { namedProduct } from './product'
import type { CompiledCatalog } from './translations'

export type { Catalogs }
export type Area = Exclude<keyof Catalogs, 'csv' | 'mail' | 'sms'>

const english = import.meta.glob<CompiledCatalog>(
  ['../../../shared/src/locales/en/*.json', '!../../../shared/src/locales/en/{csv,mail,sms}.json'],
  { import: 'default' },
)

export const areas = Object.keys(english).map((file) =>
  file.replace(/^.*\/|\.json$/g, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
) as Area[]

/** One catalog per area of the app and language, so that a page loads the texts it shows and no others. */
export async function loadCatalog<Name extends Area>(language: Language, area: Name): Promise<Catalogs[Name]> {
  const files = language === 'en' ? english : (await import('./translations')).translations
  const name = area.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
  const load = files[`../../../shared/src/locales/${language}/${name}.json`]
  // An area that is not translated yet.
  if (!load && language !== 'en') return loadCatalog('en', area)
  if (!load) throw new Error(`There is no catalog ${language}/${name}.json`)
  const catalog = await load()
  return catalog(createTextMaker(localeOf(language), namedProduct())) as Catalogs[Name]
}
