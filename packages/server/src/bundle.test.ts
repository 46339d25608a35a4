import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { builtFile } from './testing/built-file.js'

/** The bundle that runs in production: what a start reads, and what stands in it in place of packages. */

/** Loaded for the first who needs it: a text message, a mail, a password of one's own choice, an app, a passkey, any printed text. */
const LATER = [
  'twilio',
  'pino-pretty',
  'nodemailer',
  'react',
  'react-dom',
  '@zxcvbn-ts/language-common',
  'oidc-provider',
  '@peculiar/x509',
  '@formatjs/icu-messageformat-parser',
]
/** Not needed at all. */
const NEVER = ['tr46', 'whatwg-url', 'iconv-lite', 'sha.js']
const MOST_BYTES_AT_START = 5_800_000

const readStart = (path = builtFile('main.js'), read = new Map<string, string>()) => {
  if (read.has(path)) return read
  const code = readFileSync(path, 'utf8')
  read.set(path, code)
  for (const [, imported = ''] of code.matchAll(/^import .*"(\.\/[^"]+)";$/gm))
    readStart(join(dirname(path), imported), read)
  return read
}

const packagesIn = (code: string) =>
  [...code.matchAll(/^\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gm)].map(([, name]) => name)

test('a start reads no more than it needs, in one byte a letter, and each module once', () => {
  const chunks = [...readStart().values()]
  const packages = new Set(chunks.flatMap(packagesIn))
  expect([...packages]).toEqual(expect.arrayContaining(['mongoose', 'graphql', 'express']))
  expect([...LATER, ...NEVER].filter((name) => packages.has(name))).toEqual([])
  const code = chunks.join('')
  expect(code.match(/[^\0-\x7f]/)?.[0]).toBeUndefined()
  expect(code.match(/__commonJSMin\(\(function\(/g)?.length).toBeGreaterThan(500)
  expect(code).not.toContain('__commonJSMin(((')
  expect(code).not.toContain('process.env.NODE_ENV')
  // A second copy of graphql would take the types of the first for strangers.
  expect(code).toMatch(/^\/\/ \S*node_modules\/graphql\/type\/schema\.mjs$/m)
  expect(code).not.toMatch(/^\/\/ \S*node_modules\/graphql\/\S+\.js$/m)
  expect(code.length).toBeLessThan(MOST_BYTES_AT_START)
})

/** The words by which the body's reader knows that it must answer with 415. */
function refusalOf(act: () => unknown): string | undefined {
  try {
    act()
  } catch (error) {
    return /^Encoding not recognized: /.exec((error as Error).message)?.[0]
  }
}

/** What the bundle has in place of a package; and the package, as the last of those that lead to it finds it. */
function bothOf(name: string, ...dependents: string[]) {
  let dependent = import.meta.url
  for (const each of dependents) dependent = createRequire(dependent).resolve(each)
  const require = createRequire(dependent)
  const ours = require(fileURLToPath(new URL(`../in-place-of/${name}.cjs`, import.meta.url)))
  return { ours, theirs: dependents.length > 0 && require(name), require, dependent }
}

test.each([
  'mongodb://127.0.0.1:27017/?replicaSet=twinlock',
  'mongodb://one:27017,two.example.com:27018,[::1]:27019/a%20b?replicaset=rs&w=majority&retryWrites=true',
  'mongodb://us%40er:p%2Fa%3Ass@db/admin?authSource=admin&authMechanismProperties=A:b,C:d&tls=true',
  'mongodb+srv://user:pass@cluster0.example.mongodb.net/?appName=T%C3%BCr&compressors=zlib',
  'mongodb://%2Ftmp%2Fmongodb-27017.sock/db',
  'mongodb://Bücher.example/db?readPreferenceTags=dc:ny,rack:1&readPreferenceTags=',
  'mongodb://host/db#part',
  'mongodb://user:p@ss@host/',
  'mongodb://',
  'http://host/',
])('the connection string %s is read as by the package that the driver brings', (text) => {
  const { ours, theirs, require, dependent } = bothOf(
    'whatwg-url',
    'mongoose',
    'mongodb',
    'mongodb-connection-string-url',
  )
  const source = readFileSync(dependent, 'utf8')
  const read = (library: object) => {
    const exported = {} as { ConnectionString: new (text: string) => URL & { hosts: string[] } }
    const find = (name: string) => (name === 'whatwg-url' ? library : require(name))
    new Function('require', 'exports', source)(find, exported)
    try {
      const { href, hosts, username, password, pathname, search, searchParams } = new exported.ConnectionString(text)
      const all = [...searchParams]
      const found = all.map(([option]) => searchParams.get(option.toUpperCase()))
      return { href, hosts, username, password, pathname, search, all, found }
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(read(ours)).toEqual(read(theirs))
})

test.each(['utf-8', 'UTF-8', 'utf8', 'utf-16', 'utf-16le', 'x', ''])('a body in %s is read alike', (name) => {
  const { ours, theirs } = bothOf('iconv-lite', 'express', 'body-parser')
  const bytes = Buffer.from('{"name":"Zoë €"}', name.startsWith('utf-16') ? 'utf16le' : 'utf8')
  const read = ({ getDecoder, encodingExists, decode }: typeof ours) => {
    if (!encodingExists(name)) return refusalOf(() => getDecoder(name))
    const decoder = getDecoder(name)
    const pieces = [...bytes].map((byte) => decoder.write(Buffer.of(byte)))
    return [decode(bytes, name), pieces.join('') + (decoder.end() ?? '')]
  }
  expect(read(ours)).toEqual(read(theirs))
})

test('a document is hashed alike', () => {
  const { ours } = bothOf('sha.js')
  expect(ours('sha256').update('{ viewer { id } }').digest('hex')).toMatch(/^[\da-f]{64}$/)
})
