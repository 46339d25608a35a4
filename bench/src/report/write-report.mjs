import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { markdownOf } from './markdown.mjs'

const reports = new URL('../../reports/', import.meta.url)

/** Writes a report as JSON and as Markdown. @returns where the Markdown is */
export function writeReport(report, { isWhole }) {
  // Only a whole run replaces the last one.
  const name = isWhole ? 'latest' : 'part'
  mkdirSync(reports, { recursive: true })
  writeFileSync(new URL(`${name}.json`, reports), `${JSON.stringify(report, null, 2)}\n`)
  const file = new URL(`${name}.md`, reports)
  writeFileSync(file, markdownOf(report))
  return fileURLToPath(file)
}
