import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { parseText } from '../../shared/src/parse-text.ts'

/**
 * Parses the ICU messages of a catalog when the app is built, so that the parser stays out of the browser. What takes
 * no arguments becomes a plain string.
 */
export function compileTexts(): Plugin {
  return {
    name: 'twinlock:compile-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/locales\/[\w-]+\/[\w-]+\.json$/.test(id)) return null
      const englishFile = id.replace(/\/locales\/[\w-]+\//, '/locales/en/')
      this.addWatchFile(englishFile)
      const catalog = filled(JSON.parse(code), JSON.parse(readFileSync(englishFile, 'utf8')))
      return { code: compileCatalog(catalog), map: null, moduleType: 'js' }
    },
  }
}

/** @returns the module that the app loads for one area of one language */
export function compileCatalog(catalog: unknown): string {
  return `export default (text) => (${compiled(catalog)})`
}

/** What a language lacks is read in English. `npm run check -- texts` reports it. */
function filled(node: unknown, english: unknown): unknown {
  if (typeof english !== 'object' || english === null) return node ?? english
  if (Array.isArray(english))
    return english.map((inner, index) => filled((node as unknown[] | undefined)?.[index], inner))
  const known = (node ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.entries(english).map(([key, inner]) => [key, filled(known[key], inner)]))
}

function compiled(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(compiled).join(',')}]`
  if (typeof node !== 'string')
    return `{${Object.entries(node as object).map(([key, inner]) => `${JSON.stringify(key)}:${compiled(inner)}`)}}`
  const parsed = parseText(node)
  if (typeof parsed === 'string') return JSON.stringify(parsed)
  return `${parsed.isFixed ? 'text.fixed' : 'text'}(${JSON.stringify(parsed.message)})`
}
