import { chmod, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { findOnPath } from './find-on-path.js'
import { startEmbeddedDatabase } from './start-embedded-database.js'
import { scratchFolder } from './testing/scratch-folder.js'

beforeEach(() => {
  vi.stubEnv('TWINLOCK_NO_DOWNLOAD', '1')
  vi.stubEnv('MONGOMS_VERSION', '6.0.0-never-downloaded')
})

afterEach(() => {
  vi.unstubAllEnvs()
})

test('a machine without anything is told the four ways', async () => {
  vi.stubEnv('PATH', '')
  const failure = await startEmbeddedDatabase({ dataDir: await scratchFolder() }).catch((error: Error) => error)
  expect(failure).toBeInstanceOf(Error)
  const { message } = failure as Error
  for (const way of ['MONGODB_URI', 'mongod is on PATH', 'downloaded', 'Java 17 or newer and Maven']) {
    expect(message).toContain(way)
  }
})

test('a mongod on PATH comes first, and is remembered', async () => {
  await putMongodOnPath()
  const dataDir = await scratchFolder()
  const database = await startEmbeddedDatabase({ dataDir })
  onTestFinished(database.close)

  expect(database.engine).toBe('mongod')
  expect(JSON.parse(await readFile(join(dataDir, 'engine.json'), 'utf8'))).toEqual({ engine: 'mongod' })
  expect(database.uri).toContain('journal=true')
})

test('a mongod is ended with us', async () => {
  await putMongodOnPath()
  const database = await startEmbeddedDatabase({ dataDir: await scratchFolder() })
  await database.close()
  expect(() => process.kill(database.pid, 0)).toThrow()
  await expect(connected(database.uri)).rejects.toThrow('ECONNREFUSED')
})

test('a mongod that does not start is quoted', async () => {
  await putMongodOnPath('console.error("No space left for the journal"); process.exit(100)')
  const start = startEmbeddedDatabase({ dataDir: await scratchFolder() })
  await expect(start).rejects.toThrow('No space left for the journal')
})

test('data that Java wrote stays with Java when a mongod appears', async (context) => {
  context.skip(!(await findOnPath('java')), 'no java on PATH')
  const dataDir = await scratchFolder()
  await writeFile(join(dataDir, 'engine.json'), '{"engine":"java"}')
  await putMongodOnPath()
  const database = await startEmbeddedDatabase({ dataDir })
  onTestFinished(database.close)
  expect(database.engine).toBe('java')
})

test('data whose engine is gone is not split: the person is told to bring it back', async () => {
  const dataDir = await scratchFolder()
  await writeFile(join(dataDir, 'engine.json'), '{"engine":"java"}')
  await putMongodOnPath()
  vi.stubEnv('PATH', process.env.PATH?.split(delimiter)[0])
  const start = startEmbeddedDatabase({ dataDir })
  await expect(start).rejects.toThrow(
    /was written by mongo-java-server, .* not available now \(no java on PATH\)[\s\S]*Bring it back/,
  )
})

/** A stand-in that listens where mongod would: which engine is chosen and how it is ended does not need a real one. */
async function putMongodOnPath(
  program = "require('node:net').createServer().listen(process.argv[process.argv.indexOf('--port') + 1], '127.0.0.1')",
): Promise<void> {
  const folder = await scratchFolder()
  const mongod = join(folder, 'mongod')
  await writeFile(mongod, `#!${process.execPath}\n${program}\n`)
  await chmod(mongod, 0o755)
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
}

function connected(uri: string): Promise<void> {
  const { hostname, port } = new URL(uri)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
  })
}
