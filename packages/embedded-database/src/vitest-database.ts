import { existsSync, statfsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from './start-embedded-database.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A connection string without a database name: each test file picks a name of its own. */
    mongodbUri: string
  }
}

/** One database for the whole run, on MONGODB_URI where that is set; test files read it by `inject('mongodbUri')`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MONGODB_URI
  if (given) {
    project.provide('mongodbUri', given)
    return async () => {}
  }
  const dataDir = await mkdtemp(join(fastFolder(), 'twinlock-test-'))
  const database = await startEmbeddedDatabase({ dataDir, onProgress: (message) => console.error(message) })
  project.provide('mongodbUri', database.uri)
  let isOver = false
  void database.ended.then((log) => {
    if (!isOver) console.error(`The database of the tests ended by itself. The end of its log:\n${log}`)
  })
  return async () => {
    isOver = true
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 4 * 1024 ** 3

/** Memory where there is a tmpfs with room (in a container it may be 64 MB): every majority write waits for the disk. */
export function fastFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir()
}
