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
      return { code: `export default (text) => (${compiled(JSON.parse(code))})`, map: null, moduleType: 'js' }
    },
  }
}

function compiled(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(compiled).join(',')}]`
  if (typeof node !== 'string')
    return `{${Object.entries(node as object).map(([key, inner]) => `${JSON.stringify(key)}:${compiled(inner)}`)}}`
  const parsed = parseText(node)
  if (typeof parsed === 'string') return JSON.stringify(parsed)
  return `${parsed.isFixed ? 'text.fixed' : 'text'}(${JSON.stringify(parsed.message)})`
}
