import type { TextMaker } from '@twinlock/shared/texts'

/** What build/compile-texts.ts makes of a catalog. */
export type CompiledCatalog = (text: TextMaker) => unknown

/** Every language but English, apart from it: most of what a first visit loads is not for this table. */
export const translations = import.meta.glob<CompiledCatalog>(
  ['../../../shared/src/locales/*/*.json', '!../../../shared/src/locales/{en/*,*/{csv,mail,sms}}.json'],
  { import: 'default' },
)
