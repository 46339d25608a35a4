import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine, EngineCommand } from './engine.js'
import { findOnPath } from './find-on-path.js'

const RUNNER = fileURLToPath(new URL('../engine/run-mongod.mjs', import.meta.url))

/** The `mongod` that the machine already has. */
export const mongodEngine: Engine = {
  name: 'mongod',
  offer: async () => {
    const mongod = await findOnPath('mongod')
    if (!mongod) return { can: false, because: 'no mongod on PATH' }
    return { can: true, commandFor: (dataDir) => mongodCommand(mongod, dataDir) }
  },
}

/** Runs a mongod on a folder inside the data folder; `journal=true` waits for the journal with every write. */
export function mongodCommand(mongod: string, dataDir: string): EngineCommand {
  const dbPath = join(dataDir, 'mongod')
  mkdirSync(dbPath, { recursive: true })
  return {
    command: process.execPath,
    args: [RUNNER, mongod, dbPath],
    uriOptions: '?directConnection=true&journal=true',
  }
}
