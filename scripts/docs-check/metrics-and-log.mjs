import { files, read } from './repository.mjs'
import { untrue } from './untruths.mjs'

export function checkMetrics(page) {
  const source = read('packages/server/src/metrics/metrics.service.ts')
  const measured = [...source.matchAll(/name: '(twinlock_\w+)'(?:(?!name:)[\s\S])*?(?:labelNames: \[([^\]]*)\]|\}\))/g)]
  const names = measured.map(([, name, labels = '']) => {
    const list = labels.replaceAll("'", '').replaceAll(' ', '')
    return list ? `${name}{${list}}` : name
  })
  const told = page.spans.filter((span) => span.startsWith('twinlock_'))
  for (const name of names) if (!told.includes(name)) untrue(page, `the metric ${name} is not told of`)
  for (const name of told) if (!names.includes(name)) untrue(page, `there is no metric ${name}`)
}

/** A sentence in backticks is a line of the log. */
export function checkLogLines(page) {
  const sources = files.filter((file) => /^packages\/server\/src\/.*\.ts$/.test(file)).map(read)
  for (const line of page.spans.filter((span) => /^[A-Z][a-z]* .*[a-z]$/.test(span)))
    if (!sources.some((source) => source.includes(line))) untrue(page, `nothing logs "${line}"`)
}
