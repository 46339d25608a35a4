// The byte budget of the sign-in route: all JavaScript and CSS that a first visit loads, gzipped. Run by `npm run check`
// on the built web app; prints the files, largest first, and exits with 1 when they are over.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './lib/project.mjs'

const BUDGET_BYTES = 120_000

/** The entry, the page, and the two catalogs of words that the page shows. */
const LOADED = [
  /^index\.html$/,
  /features\/sign-in\/sign-in\.page\.tsx$/,
  /locales\/en\/common\.json$/,
  /locales\/en\/sign-in\.json$/,
]

const dist = join(root, 'packages/web/dist')
const manifestFile = join(dist, '.vite/manifest.json')
if (!existsSync(manifestFile)) fail('The web app is not built; npm run check builds it.')
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))

const files = new Set()
for (const pattern of LOADED) {
  const chunk = Object.values(manifest).find(({ src }) => src && pattern.test(src))
  if (!chunk) fail(`The build has no chunk for ${pattern.source}; if the file has moved, tell scripts/byte-budget.mjs.`)
  addWithImports(chunk)
}
const sizes = [...files]
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
  .sort((one, other) => other.bytes - one.bytes)
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes).padStart(9)}  ${file}`)
const verdict = `The sign-in route loads ${kilobytes(total)} gzipped; the budget is ${kilobytes(BUDGET_BYTES)}.`
if (total > BUDGET_BYTES) fail(verdict)
console.log(verdict)

function addWithImports(chunk) {
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const sheet of chunk.css ?? []) files.add(sheet)
  for (const name of chunk.imports ?? []) addWithImports(manifest[name])
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
