import { readdirSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

const CATALOGS = new URL('../../packages/shared/src/locales/', import.meta.url)

/** One area of the texts of a language, as its translators wrote it. */
export const readArea = (language: string, area: string) => readJson(new URL(`${language}/${area}.json`, CATALOGS))

const readJson = (file: URL) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * A problem or a notice that was said before the language changed stays as it was said. Short labels do not count: one
 * that a component holds itself would read the same.
 */
export function isEnglishSentence(text: string): boolean {
  english ??= messagesOf('en').map((source) => new RegExp(`^${patternOf(parse(source, { ignoreTag: true }))}$`))
  return (text.split(' ').length > 2 || text.endsWith('.')) && english.some((pattern) => pattern.test(text))
}
let english: RegExp[] | undefined

function patternOf(message: MessageFormatElement[]): string {
  const pieces = message.map((part) => {
    if (part.type === TYPE.literal) return part.value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return '.+'
    return `(?:${Object.values(part.options)
      .map(({ value }) => patternOf(value))
      .join('|')})`
  })
  return pieces.join('')
}

function messagesOf(language: string): string[] {
  const folder = new URL(`${language}/`, CATALOGS)
  return readdirSync(folder).flatMap((file) => leaves(readJson(new URL(file, folder))))
}

function leaves(node: unknown): string[] {
  return typeof node === 'string' ? [node] : Object.values(node as object).flatMap(leaves)
}

export function longestLanguages(count: number): string[] {
  const letters = (language: string) => messagesOf(language).join('').length
  const all = readdirSync(CATALOGS).map((language) => ({ language, length: letters(language) }))
  return all
    .sort((a, b) => b.length - a.length)
    .slice(0, count)
    .map(({ language }) => language)
}
