// The texts of the product: packages/shared/src/locales/<language>/<area>.json, ICU messages. English names the messages
// and their arguments; this script writes the types of both and finds what differs in another language. Run by
// `npm run check`; run it yourself after you add a text. When you have changed an English text and translated it again:
//   node scripts/texts.mjs translated <its name, or the beginning of several>
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { root } from './lib/project.mjs'
import { compareWithRecord } from './lib/translated-texts.mjs'

const locales = join(root, 'packages/shared/src/locales')
const typesFile = 'packages/shared/src/generated/catalogs.ts'
const recordFile = 'packages/shared/translated-texts.json'
const problems = []

/** What must not stand in a text, and what is written instead. */
const typography = {
  every: [{ pattern: /\p{L}'\p{L}/u, rule: 'write the apostrophe of print, ’' }],
  fr: [
    { pattern: / [;?!]/, rule: 'write a narrow no-break space (U+202F) before ; ? !' },
    { pattern: / [:»]|« /, rule: 'write a no-break space (U+00A0) before : and within « »' },
  ],
  ja: [{ pattern: /[^\p{ASCII}]: |\}: |:$/u, rule: 'write the full-width colon, ：' }],
}

const english = readLanguage('en')
const translations = new Map(
  readdirSync(locales)
    .filter((language) => language !== 'en')
    .map((language) => [language, readLanguage(language)]),
)
for (const [language, messages] of translations) compare(language, messages)
reportUnused()
reportOutdated()
writeTypes()
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
}

/** Every message by its path, with the arguments it takes. */
function readLanguage(language) {
  const messages = new Map()
  for (const file of readdirSync(join(locales, language)).sort()) {
    const area = camelCase(file.replace('.json', ''))
    const catalog = JSON.parse(readFileSync(join(locales, language, file), 'utf8'))
    for (const [path, source] of leaves(catalog, [area])) messages.set(path.join('\0'), read(language, path, source))
  }
  return messages
}

function* leaves(node, path) {
  if (typeof node === 'string') yield [path, node]
  else
    for (const [key, inner] of Object.entries(node))
      yield* leaves(inner, [...path, Array.isArray(node) ? Number(key) : key])
}

function read(language, path, source) {
  const message = { path, source, arguments: new Map() }
  // A text message in the GSM alphabet is cheaper, and that has no other apostrophe and no other space.
  if (path[0] !== 'sms')
    for (const { pattern, rule } of [...typography.every, ...(typography[language] ?? [])])
      if (pattern.test(source)) problems.push(`${language} ${path.join('.')}: ${rule}. It is: ${source}`)
  if (source.trim() === '') problems.push(`${language} ${path.join('.')} is empty.`)
  try {
    collectArguments(parse(source, { ignoreTag: true }), message.arguments, language, path)
  } catch (error) {
    problems.push(`${language} ${path.join('.')} is no ICU message (${error.message}): ${source}`)
  }
  return message
}

function collectArguments(parts, found, language, path) {
  for (const part of parts) {
    if (part.type === TYPE.literal || part.type === TYPE.pound) continue
    // Every message may name the product; its name comes from the operator, not from the caller.
    if (part.value === 'product') continue
    const type = typeOf(part)
    // A plain {count} beside a plural of the same argument is a number too.
    if (found.get(part.value) !== 'number') found.set(part.value, type)
    if (part.type === TYPE.plural) checkPlural(part, language, path)
    for (const { value } of Object.values(part.options ?? {})) collectArguments(value, found, language, path)
  }
}

function typeOf({ type, options }) {
  if (type === TYPE.plural || type === TYPE.number) return 'number'
  if (type === TYPE.select) return 'true' in options ? 'boolean' : 'string'
  if (type === TYPE.argument) return 'string | readonly string[]'
  throw new Error('dates and times arrive formatted')
}

/** The "many" of French, Spanish and Portuguese is for millions, which no count here reaches. */
function checkPlural({ options, value }, language, path) {
  for (const category of new Intl.PluralRules(language).resolvedOptions().pluralCategories) {
    const isNeeded = category === 'few' || (category === 'many' && !/^(fr|es|pt)/.test(language))
    if (isNeeded && !(category in options))
      problems.push(`${language} ${path.join('.')} lacks the plural "${category}" of ${value}.`)
  }
}

function compare(language, messages) {
  const areas = new Set([...messages.values()].map(({ path }) => path[0]))
  for (const [key, { path, arguments: wanted }] of english) {
    // A whole area that is not translated yet is read in English.
    if (!areas.has(path[0])) continue
    const message = messages.get(key)
    if (!message) {
      problems.push(`${language} ${path.join('.')} is missing.`)
      continue
    }
    const names = (list) => [...list.keys()].sort().join(', ') || 'none'
    if (names(message.arguments) !== names(wanted))
      problems.push(`${language} ${path.join('.')} takes ${names(message.arguments)}; English takes ${names(wanted)}.`)
  }
  for (const [key, { path }] of messages) {
    if (!english.has(key)) problems.push(`${language} ${path.join('.')} is not in English.`)
  }
}

/** A message whose name stands nowhere in the sources is shown nowhere. Codes in capitals come from the server. */
function reportUnused() {
  const server = ['notifications', 'apps', 'mandate'].map((room) => `packages/server/src/${room}`)
  const sources = ['packages/web/src', 'packages/shared/src', ...server].flatMap(sourcesUnder)
  const text = [...sources, join(root, 'packages/shared/schema.graphql')].map((file) => readFileSync(file, 'utf8'))
  const words = new Set(text.join('\n').match(/[A-Za-z_]\w*/g))
  for (const { path } of english.values()) {
    const name = path.find((key) => /^[A-Za-z]\w*[a-z]\w*$/.test(key) && !words.has(key))
    if (name) problems.push(`${path.join('.')} is used nowhere: no source has "${name}".`)
  }
}

function sourcesUnder(folder) {
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return found
    .filter(({ name, parentPath }) => /\.tsx?$/.test(name) && !/\.test\.|\bgenerated\b/.test(join(parentPath, name)))
    .map(({ parentPath, name }) => join(parentPath, name))
}

/** A translation that is older than its English may say what is no longer so. */
function reportOutdated() {
  const [command, ...names] = process.argv.slice(2)
  const isTranslated = (name) => command === 'translated' && names.some((one) => `${name}.`.startsWith(`${one}.`))
  const named = new Map([...english.values()].map((message) => [message.path.join('.'), message]))
  const sources = new Map([...named].map(([name, { source }]) => [name, source]))
  const record = existsSync(join(root, recordFile)) ? JSON.parse(readFileSync(join(root, recordFile), 'utf8')) : {}
  const { next, outdated } = compareWithRecord(sources, record, isTranslated)
  for (const name of outdated) problems.push(`${name} has another English than the one that was translated.`)
  if (outdated.length > 0)
    problems.push(`Translate it in every language, then run: node scripts/texts.mjs translated ${outdated.join(' ')}`)
  // What was said to be translated is read once more.
  for (const name of Object.keys(record).filter((name) => name in next && next[name] !== record[name])) {
    const { path, source } = named.get(name)
    console.log(`${name}\n  en  ${source}`)
    for (const [language, messages] of translations)
      console.log(`  ${language}  ${messages.get(path.join('\0'))?.source ?? 'is not translated'}`)
  }
  write(recordFile, `${JSON.stringify(next, null, 2)}\n`, command !== 'translated')
}

function writeTypes() {
  const tree = {}
  for (const { path, arguments: taken } of english.values()) {
    let node = tree
    path.slice(0, -1).forEach((key, index) => {
      node[key] ??= typeof path[index + 1] === 'number' ? [] : {}
      node = node[key]
    })
    node[path.at(-1)] = taken
  }
  const head = '// Made by scripts/texts.mjs from locales/en.\n\n'
  write(typesFile, `${head}export interface Catalogs ${printed(tree, '')}\n`)
}

/** Drift fails, and is mended. */
function write(file, content, isDrift = true) {
  const path = join(root, file)
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return
  writeFileSync(path, content)
  if (!isDrift) return
  console.error(`${file} was not what the English texts make. It is now: commit it.`)
  process.exitCode = 1
}

function printed(node, indent) {
  if (node instanceof Map) {
    if (node.size === 0) return 'string'
    return `(values: { ${[...node].map(([name, type]) => `${name}: ${type}`).join('; ')} }) => string`
  }
  const inner = `${indent}  `
  if (Array.isArray(node)) return `[\n${node.map((one) => `${inner}${printed(one, inner)},\n`).join('')}${indent}]`
  const quoted = (key) => (/^[a-zA-Z_]\w*$/.test(key) ? key : `'${key}'`)
  const lines = Object.entries(node).map(([key, one]) => `${inner}${quoted(key)}: ${printed(one, inner)}\n`)
  return `{\n${lines.join('')}${indent}}`
}

function camelCase(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}
