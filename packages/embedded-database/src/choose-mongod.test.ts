import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { chooseMongod, missingForDatabase } from './choose-mongod.mjs'
import { startEmbeddedDatabase } from './start-embedded-database.mjs'
import { scratchFolder } from './testing/scratch-folder.js'

/** A mongod that this machine has, wherever it comes from. */
let mongod: { path: string; version: string }
beforeAll(async () => {
  mongod = await chooseMongod('/nowhere', () => {})
})

/** From here on a machine without any: each test adds what it is about. */
beforeEach(async () => {
  vi.stubEnv('TWINLOCK_NO_DOWNLOAD', '1')
  vi.stubEnv('PATH', '')
  vi.stubEnv('XDG_CACHE_HOME', await scratchFolder())
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('a machine with nothing is given the four ways, before anything is installed and again at the start', async () => {
  const dataDir = await scratchFolder()
  const failure = await startEmbeddedDatabase({ dataDir }).catch((error: Error) => error.message)
  for (const message of [await missingForDatabase(dataDir), failure]) {
    for (const way of ['MONGODB_URI', 'mongod is on PATH', 'can be downloaded', 'Python 3 with pip']) {
      expect(message).toContain(way)
    }
  }
})

test('a mongod on PATH comes first, serves as a replica set of one, and is recorded with its version', async () => {
  await putOnPath('mongod', { link: mongod.path })
  const dataDir = await scratchFolder()
  expect(await missingForDatabase(dataDir)).toBeUndefined()
  const database = await startEmbeddedDatabase({ dataDir })
  onTestFinished(database.close)

  const recorded = JSON.parse(await readFile(join(dataDir, 'engine.json'), 'utf8'))
  expect(recorded).toEqual({ source: 'path', version: mongod.version })
  const client = new MongoClient(database.uri)
  onTestFinished(() => client.close())
  expect(await client.db('admin').command({ hello: 1 })).toMatchObject({ setName: 'twinlock', isWritablePrimary: true })
})

test.each([
  [
    'lacks a library',
    'console.error("libcrypto.so.1.1: cannot open shared object file"); process.exit(127)',
    'libcrypto',
  ],
  ['needs a processor with AVX', 'process.kill(process.pid, "SIGILL"); setInterval(() => {}, 1000)', 'SIGILL'],
])('a mongod that %s is passed over with a line that says so, and the next one is used', async (_, program, reason) => {
  await putOnPath('mongod', { program })
  await putInCache()
  const lines: string[] = []
  const chosen = await chooseMongod(await scratchFolder(), (line) => lines.push(line))
  expect(chosen).toMatchObject({ source: 'wheel', version: mongod.version })
  expect(lines.join('\n')).toMatch(new RegExp(`Not used: .*does not run here.*${reason}`))
})

test('a mongod that does not start is quoted', async () => {
  const program = `if (process.argv[2] === '--version') console.log('db version v6.0.5')
    else { console.error('No space left for the journal'); process.exit(100) }`
  await putOnPath('mongod', { program })
  const start = startEmbeddedDatabase({ dataDir: await scratchFolder() })
  await expect(start).rejects.toThrow('No space left for the journal')
})

test('data of an older series is not opened by a newer mongod: the message says what to do', async () => {
  await putInCache()
  const dataDir = await folderOf({ source: 'path', version: '5.0.9' })
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(
    /was written by MongoDB 5\.0\.9, and none of that series runs here[\s\S]*mongodump[\s\S]*TWINLOCK_DATA_DIR/,
  )
})

test('data of the same series is opened, whichever source the mongod comes from', async () => {
  await putInCache()
  const dataDir = await folderOf({ source: 'path', version: mongod.version.replace(/\d+$/, '0') })
  expect(await chooseMongod(dataDir, () => {})).toMatchObject({ source: 'wheel' })
})

test('a data folder of the Java database of earlier versions gets one clear sentence, before anything is installed', async () => {
  await putInCache()
  const dataDir = await folderOf({ engine: 'java' })
  expect(await missingForDatabase(dataDir)).toContain('no longer used')
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow('set TWINLOCK_DATA_DIR to another one')
})

async function putOnPath(name: string, { link, program }: { link?: string; program?: string }): Promise<void> {
  const folder = await scratchFolder()
  const file = join(folder, name)
  if (link) await symlink(link, file)
  else await writeFile(file, `#!${process.execPath}\n${program}\n`)
  await chmod(file, 0o755)
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
}

/** As if the Python package had been unpacked here before. */
async function putInCache(): Promise<void> {
  const folder = join(process.env.XDG_CACHE_HOME ?? '', 'twinlock', 'mongod-6.0.5')
  await mkdir(folder, { recursive: true })
  await symlink(mongod.path, join(folder, 'mongod'))
}

async function folderOf(engine: object): Promise<string> {
  const dataDir = await scratchFolder()
  await writeFile(join(dataDir, 'engine.json'), JSON.stringify(engine))
  return dataDir
}
