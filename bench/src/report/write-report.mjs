import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { markdownOf } from './markdown.mjs'
import { plotOf } from './plot.mjs'

const reports = new URL('../../reports/', import.meta.url)
const docs = new URL('../../../docs/', import.meta.url)
const RESULTS = /(<!-- results -->\n)[\s\S]*(<!-- \/results -->)/

/** Writes a report as JSON and as Markdown; a whole one also replaces the last in docs. @returns where the Markdown is */
export function writeReport(report, { isWhole }) {
  const name = isWhole ? 'latest' : 'part'
  const markdown = markdownOf(report)
  mkdirSync(reports, { recursive: true })
  writeFileSync(new URL(`${name}.json`, reports), `${JSON.stringify(report, null, 2)}\n`)
  const file = new URL(`${name}.md`, reports)
  writeFileSync(file, markdown)
  if (isWhole) keepInDocs(report, markdown)
  return fileURLToPath(file)
}

/** What people wrote around the results stays as it is. */
function keepInDocs({ arms }, markdown) {
  mkdirSync(new URL('images/', docs), { recursive: true })
  writeFileSync(new URL('images/benchmarks.svg', docs), plotOf(arms))
  const page = new URL('benchmarks.md', docs)
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(RESULTS, (_, begin, end) => `${begin}\n${markdown}\n${end}`),
  )
}
