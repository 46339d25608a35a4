import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface FencedExample {
  language: string
  code: string
  /** The line of the page on which it begins. */
  line: number
}

/** The fenced blocks of a page of this repository, in their order. */
export function fencedExamplesOf(page: string): FencedExample[] {
  const text = readFileSync(fileURLToPath(new URL(`../../../../${page}`, import.meta.url)), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    code: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }))
}
