// Compares the documentation with the repository: links, files and tests, commands, environment variables, limits, metrics,
// and the form of decisions and of the ASVS list. A step of `npm run check`; prints every inaccuracy, and exits with 1 if
// there is one.
import { readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { readPage, repositoryFiles, tableRows } from './lib/markdown.mjs'
import { root } from './lib/project.mjs'

const files = repositoryFiles()
const pages = files.filter((file) => /^(docs\/.*|[^/]+)\.md$/.test(file)).map(readPage)
const inaccuracies = []

/** Beside the root and the page's own folder, where a path may begin. */
const PATH_ROOTS = ['packages/server/src', 'packages/web/src', 'packages/shared/src', 'packages']
const EXTENSIONS = /\.(ts|tsx|mjs|cjs|json|jsonc|md|yaml|graphql|svg|png|html|css)$/

/** Set by the product's own scripts for the server, and by nobody else. */
const OWN_VARIABLES = new Set(['TWINLOCK_EMBEDDED'])

const VERDICTS = ['met', 'not met', 'not applicable']

for (const page of pages) {
  checkLinks(page)
  checkPaths(page)
  checkCommands(page)
  checkVariables(page)
  checkLimits(page)
}
checkExampleEnvironment()
checkMetrics(pageOf('docs/operating.md'))
checkLogLines(pageOf('docs/operating.md'))
checkDecisions()
checkRooms(pageOf('docs/architecture.md'))
checkAsvs(pageOf('docs/asvs.md'))

if (inaccuracies.length > 0) {
  for (const inaccuracy of inaccuracies) console.error(inaccuracy)
  process.exit(1)
}
console.log(`${pages.length} pages agree with the repository.`)

function pageOf(path) {
  return pages.find(({ file }) => file === path)
}

function checkLinks(page) {
  for (const link of page.links.filter((target) => !/^[a-z]+:/.test(target))) {
    const [path, anchor] = link.split('#')
    const file = path === '' ? page.file : normalize(join(dirname(page.file), path)).replace(/\/$/, '')
    if (isThere(file) || /^\/[a-z]/.test(link)) {
      const target = pages.find((other) => other.file === file)
      if (anchor && target && !target.anchors.includes(anchor)) report(page, `${file} has no heading #${anchor}`)
    } else report(page, `the link ${link} leads nowhere`)
  }
}

/** Whatever stands in backticks and looks like a file, a folder or a pattern of files. */
function checkPaths(page) {
  for (const span of page.spans.filter(isPath)) {
    const starts = ['', dirname(page.file), ...PATH_ROOTS].map((start) => normalize(join(start, span)))
    const isName = (file) => globOf(span).test(basename(file))
    // A role that files have in common, such as `.service.ts`.
    const isSuffix = (file) => span.startsWith('.') && file.endsWith(span)
    const isFound = span.includes('/') ? starts.some(isThere) : files.some((file) => isName(file) || isSuffix(file))
    if (!isFound) report(page, `there is no file ${span}`)
  }
}

function isPath(span) {
  if (!/^[\w.*{},/@-]+$/.test(span) || /^[/@]|^(application|text|image)\//.test(span)) return false
  return span.includes('/') || EXTENSIONS.test(span) || /^[a-z-]*\*[a-z*-]+\*?$/.test(span)
}

function checkCommands(page) {
  const { scripts } = JSON.parse(read('package.json'))
  const steps = [...read('scripts/check.mjs').matchAll(/^ {2}\['([^']+)'/gm)].map(([, name]) => name)
  const commands = operatorCommands()
  for (const text of [...page.spans, ...page.blocks.map(({ body }) => body)]) {
    for (const [, name] of text.matchAll(/\bnpm run (?:--silent )?([\w-]+)/g))
      if (!scripts[name]) report(page, `there is no npm run ${name}`)
    for (const [, name] of text.matchAll(/\bnpm (start|test)\b/g))
      if (!scripts[name]) report(page, `there is no npm ${name}`)
    for (const [, name] of text.matchAll(/\bnpm run twinlock -- ([\w-]+)/g))
      if (name !== '--help' && !commands.includes(name)) report(page, `the operator has no command ${name}`)
    for (const [, words] of text.matchAll(/\bnpm run check -- ([a-z ]+)/g))
      for (const word of words.trim().split(' '))
        if (!steps.some((step) => step.includes(word))) report(page, `npm run check has no step "${word}"`)
  }
  if (page.file !== 'docs/operating.md') return
  for (const name of commands)
    if (!page.text.includes(`-- ${name}`)) report(page, `the command ${name} is not documented`)
}

function operatorCommands() {
  const [, help = ''] = /const HELP = `([\s\S]*?)`\n/.exec(read('packages/server/src/cli.ts')) ?? []
  return [...help.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name]) => name)
}

/** Words in capitals are variables, unless the API has them. */
function checkVariables(page) {
  const words = [...page.spans, ...page.blocks.filter(({ language }) => language === 'sh').map(({ body }) => body)]
    .filter((text) => !/[./][A-Z]/.test(text.replace(/=\S*/g, '')))
    .flatMap((text) => text.match(/(?<![\w-])[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(?=$|[^\w])/g) ?? [])
  for (const word of new Set(words))
    if (!variablesRead().has(word) && !apiWords().has(word)) report(page, `nothing reads the variable ${word}`)
}

function checkExampleEnvironment() {
  const example = { file: '.env.example', text: read('.env.example') }
  const offered = [...example.text.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
  for (const name of offered) if (!variablesRead().has(name)) report(example, `nothing reads the variable ${name}`)
  for (const name of serverVariables())
    if (!offered.includes(name) && !OWN_VARIABLES.has(name)) report(example, `the server reads ${name}`)
}

function serverVariables() {
  const [, body = ''] =
    /const variables = z\.object\(\{\n([\s\S]*?)\n\}\)/.exec(read('packages/server/src/environment.ts')) ?? []
  const [, secrets = ''] =
    /const SECRET_VARIABLES = \[([\s\S]*?)\]/.exec(read('packages/server/src/secret-files.ts')) ?? []
  const files = [...secrets.matchAll(/'([A-Z0-9_]+)'/g)].map(([, name]) => `${name}_FILE`)
  return [...[...body.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name), ...files]
}

function variablesRead() {
  variablesRead.known ??= new Set([
    ...serverVariables(),
    ...[...read('compose.yaml').matchAll(/\$\{([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name),
    ...files
      .filter((file) => /^(packages|scripts|e2e|bench)\/.*\.(ts|tsx|mjs)$/.test(file))
      .flatMap((file) => {
        const source = read(file)
        const named = [...source.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name)
        const taken = [...source.matchAll(/const \{([^}]*)\} = process\.env/g)].flatMap(([, names]) => names.split(','))
        return [...named, ...taken.map((name) => name.trim())]
      }),
  ])
  return variablesRead.known
}

function apiWords() {
  apiWords.known ??= new Set(
    `${read('packages/shared/schema.graphql')} ${read('packages/shared/src/vocabulary.ts')}`.match(/[A-Z][A-Z0-9_]+/g),
  )
  return apiWords.known
}

/** A row that names a limit says its number too. Those made of several numbers have to exist, and are not compared. */
function checkLimits(page) {
  const source = read('packages/shared/src/limits.ts')
  for (const row of tableRows(page)) {
    const said = row.join(' ')
    for (const [, name] of said.matchAll(/`limits\.(?!ts`)(\w+)`/g)) {
      const [, value] = new RegExp(`^ {2}${name}: (.*?),?$`, 'm').exec(source) ?? []
      if (value === undefined) report(page, `there is no limit ${name}`)
      const number = inWords(value ?? '')
      if (number && !said.includes(number)) report(page, `limits.${name} is ${number}`)
    }
  }
}

function inWords(value) {
  const units = { SECOND: 's', MINUTE: 'min', HOUR: 'h', DAY: 'd' }
  const [, count = 1, unit] = /^(?:(\d+) \* )?(SECOND|MINUTE|HOUR|DAY)$/.exec(value) ?? []
  if (unit) return `${count} ${units[unit]}`
  if (/^0\.\d+$/.test(value)) return `${Number(value) * 100} %`
  return /^[\d_]+$/.test(value) ? Number(value.replaceAll('_', '')).toLocaleString('en') : null
}

function checkMetrics(page) {
  const source = read('packages/server/src/metrics/metrics.service.ts')
  const measured = [...source.matchAll(/name: '(twinlock_\w+)'(?:(?!name:)[\s\S])*?(?:labelNames: \[([^\]]*)\]|\}\))/g)]
  const names = measured.map(([, name, labels = '']) => {
    const list = labels.replaceAll("'", '').replaceAll(' ', '')
    return list ? `${name}{${list}}` : name
  })
  const documented = page.spans.filter((span) => span.startsWith('twinlock_'))
  for (const name of names) if (!documented.includes(name)) report(page, `the metric ${name} is not documented`)
  for (const name of documented) if (!names.includes(name)) report(page, `there is no metric ${name}`)
}

/** A sentence in backticks is a line of the log. */
function checkLogLines(page) {
  const sources = files.filter((file) => /^packages\/server\/src\/.*\.ts$/.test(file)).map(read)
  for (const line of page.spans.filter((span) => /^[A-Z][a-z]* .*[a-z]$/.test(span)))
    if (!sources.some((source) => source.includes(line))) report(page, `nothing logs "${line}"`)
}

function checkDecisions() {
  for (const page of pages.filter(({ file }) => file.startsWith('docs/decisions/'))) {
    const number = basename(page.file).slice(0, 3)
    if (!page.text.startsWith(`# ${number} `)) report(page, `its title does not begin with ${number}`)
    if (!/^\*\*Status\*\* .+ · \*\*Date\*\* /m.test(page.text)) report(page, 'it has no status and date')
    for (const part of ['context', 'decision', 'consequences'])
      if (!page.anchors.includes(part)) report(page, `it has no section "${part}"`)
  }
}

/** The picture and the table of the rooms, against the floors that the import laws hold. */
function checkRooms(page) {
  const [, law = ''] = /const FLOORS = \[\n([\s\S]*?)\n\]/.exec(read('.dependency-cruiser.cjs')) ?? []
  const rooms = [...law.matchAll(/'([a-z-]+)'/g)].map(([, room]) => room)
  const built = rooms.filter((room) => isThere(`packages/server/src/${room}`))
  const picture = read('docs/images/rooms.svg')
  const drawn = [...picture.matchAll(/class="room[^>]*>([a-z-]+)</g)].map(([, room]) => room)
  if (drawn.join() !== built.join()) report(page, `the picture shows ${drawn}, the floors are ${built}`)
  for (const room of built) if (!page.spans.includes(room)) report(page, `it does not describe the room ${room}`)
}

/** `| id | what | verdict | where or why |`: each once, in order, and what is met names where. */
function checkAsvs(page) {
  const rows = tableRows(page).filter(([id]) => /^\d+\.\d+\.\d+$/.test(id))
  const orderOf = (id) => id.split('.').reduce((sum, part) => sum * 1_000 + Number(part), 0)
  for (const [at, [id, , verdict, where = '']] of rows.entries()) {
    if (at > 0 && orderOf(id) <= orderOf(rows[at - 1][0])) report(page, `${id} stands out of order, or twice`)
    if (!VERDICTS.includes(verdict)) report(page, `${id} has the unknown verdict "${verdict}"`)
    if (verdict === 'met' && !/`[^`]+`|\]\(/.test(where)) report(page, `${id} is met, but the page names no place`)
    if (where === '') report(page, `${id} gives neither a place nor a reason`)
  }
}

function read(file) {
  return readFileSync(join(root, file), 'utf8')
}

function isThere(path) {
  if (path === '.' || path === '') return true
  const wanted = path.replace(/\/$/, '')
  const glob = globOf(wanted)
  return files.some((file) => file === wanted || file.startsWith(`${wanted}/`) || glob.test(file))
}

/** `*` is anything within a name, `{one,other}` either. */
function globOf(pattern) {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, choices) => `(${choices.replaceAll(',', '|')})`)
  return new RegExp(`^${source}$`)
}

function report({ file }, inaccuracy) {
  inaccuracies.push(`${file}: ${inaccuracy}`)
}
