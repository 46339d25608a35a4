import { readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { BrowserContext } from '@playwright/test'
import { compileCatalog } from '../../packages/web/build/compile-texts'
import { readArea } from './catalogs'

/**
 * The language that the pseudo-locale stands in for. Dates and numbers keep its forms, which have no Latin letters: any
 * Latin letter outside of the brackets is then a text that no catalog has.
 */
export const HOST = 'ja'

const ACCENTED = new Map([...'aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝcçnñCÇNÑ'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]))

/**
 * English as no translator would write it: "⟦Šíígñ ííñ⟧" for "Sign in". Accents show letters that a typeface lacks, doubled
 * vowels are the length of wordy languages, and brackets show where a text begins and ends. Arguments stay.
 */
export function pseudoText(source: string): string {
  return `⟦${printAST(widened(parse(source, { ignoreTag: true })))}⟧`
}

function widened(message: MessageFormatElement[]): MessageFormatElement[] {
  return message.map((part) => {
    if (part.type === TYPE.literal) return { ...part, value: widenedLiteral(part.value) }
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return part
    const options = Object.entries(part.options).map(([name, option]) => [
      name,
      { ...option, value: widened(option.value) },
    ])
    return { ...part, options: Object.fromEntries(options) } as MessageFormatElement
  })
}

const widenedLiteral = (text: string) =>
  text.replaceAll(/[aeiou]/gi, '$&$&').replaceAll(/[a-z]/gi, (letter) => ACCENTED.get(letter) ?? letter)

/** Answers requests for the catalogs of the host language with the pseudo-locale, made from English. */
export async function servePseudoLocale(context: BrowserContext): Promise<void> {
  const files = hostFiles()
  await context.route(
    ({ pathname }) => files.has(pathname),
    (route) => {
      const area = files.get(new URL(route.request().url()).pathname) ?? ''
      return route.fulfill({
        contentType: 'text/javascript',
        body: compileCatalog(pseudoCatalog(readArea('en', area))),
      })
    },
  )
}

function pseudoCatalog(node: unknown): unknown {
  if (typeof node === 'string') return pseudoText(node)
  if (Array.isArray(node)) return node.map(pseudoCatalog)
  return Object.fromEntries(Object.entries(node as object).map(([key, inner]) => [key, pseudoCatalog(inner)]))
}

const MANIFEST = new URL('../../packages/web/dist/.vite/manifest.json', import.meta.url)

/** The areas of the host language by the paths of their built files. */
function hostFiles(): Map<string, string> {
  const built = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string }>
  const found = Object.entries(built).flatMap(([source, { file }]): [string, string][] => {
    const area = new RegExp(`/locales/${HOST}/(.+)\\.json$`).exec(source)?.[1]
    return area ? [[`/${file}`, area]] : []
  })
  if (found.length === 0) throw new Error(`The built app has no catalogs of ${HOST}.`)
  return new Map(found)
}
