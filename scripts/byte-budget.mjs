// The byte budget of the sign-in route, gzipped: all JavaScript and CSS that its page is drawn with, and what is loaded
// behind it, while the page is read. Run by `npm run check` on the built web app; prints the files, largest first, and
// exits with 1 when they are over.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './lib/project.mjs'

const DRAWN_BYTES = 120_000
const BEHIND_BYTES = 58_000

/** The entry, the page, and the two catalogs of words that the page shows. */
const DRAWN = [
  /^index\.html$/,
  /features\/sign-in\/sign-in\.page\.tsx$/,
  /locales\/en\/common\.json$/,
  /locales\/en\/sign-in\.json$/,
]
/** Apollo Client, which the page asks its first question with. */
const BEHIND = [/app\/api-provider\.tsx$/, /app\/apollo-client\.ts$/]

const dist = join(root, 'packages/web/dist')
const manifestFile = join(dist, '.vite/manifest.json')
if (!existsSync(manifestFile)) fail('The web app is not built; npm run check builds it.')
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))

const drawn = filesOf(DRAWN)
const behind = filesOf(BEHIND).filter((file) => !drawn.includes(file))
hold('The sign-in page is drawn with', drawn, DRAWN_BYTES)
hold('Behind it come', behind, BEHIND_BYTES)

function filesOf(patterns) {
  const files = new Set()
  for (const pattern of patterns) {
    const chunk = Object.values(manifest).find(({ src }) => src && pattern.test(src))
    if (!chunk)
      fail(`The build has no chunk for ${pattern.source}; if the file has moved, tell scripts/byte-budget.mjs.`)
    addWithImports(chunk, files)
  }
  return [...files]
}

function addWithImports(chunk, files) {
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const sheet of chunk.css ?? []) files.add(sheet)
  for (const name of chunk.imports ?? []) addWithImports(manifest[name], files)
}

function hold(what, files, budget) {
  const sizes = files
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
    .sort((one, other) => other.bytes - one.bytes)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes).padStart(9)}  ${file}`)
  const verdict = `${what} ${kilobytes(total)} gzipped; the budget is ${kilobytes(budget)}.`
  if (total > budget) fail(verdict)
  console.log(verdict)
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
