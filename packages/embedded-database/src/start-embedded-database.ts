import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { downloadedMongodEngine } from './downloaded-mongod-engine.js'
import type { Engine, EngineCommand, EngineName, OnProgress } from './engine.js'
import { startEngineProcess } from './engine-process.js'
import { javaEngine } from './java-engine.js'
import { mongodEngine } from './mongod-engine.js'
import { rememberEngine, rememberedEngine } from './remembered-engine.js'
import { announceRunningDatabase, findRunningDatabase, withdrawRunningDatabase } from './running-database.js'

const ENGINES: readonly Engine[] = [mongodEngine, downloadedMongodEngine, javaEngine]

/** How long a predecessor on the same data folder may take to end: its parent may have been killed a moment ago. */
const PREDECESSOR_LIMIT_MS = 5_000

export interface EmbeddedDatabase {
  /** A MongoDB connection string without a database name. */
  uri: string
  engine: EngineName
  /** The process of the engine. */
  pid: number
  /** Resolves when the engine has ended, by `close` or by accident. */
  ended: Promise<void>
  close: () => Promise<void>
}

export interface StartOptions {
  /** Kept between runs, and served by one engine for ever; made when it is missing. */
  dataDir: string
  onProgress?: OnProgress
}

/**
 * Starts a database that lives as long as this process, on a free port of 127.0.0.1.
 *
 * @throws when nothing on this machine can serve, when the engine that made the data is gone, or when another process
 *   serves the same data folder; each message says what to do
 */
export async function startEmbeddedDatabase(options: StartOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true })
  await waitForPredecessor(dataDir)
  const { engine, command } = await chooseEngine(dataDir, options.onProgress ?? (() => {}))
  const child = await startEngineProcess(command)
  await rememberEngine(dataDir, engine)
  const uri = `mongodb://127.0.0.1:${child.port}/${command.uriOptions}`
  await announceRunningDatabase(dataDir, { uri, pid: child.pid })
  const close = async () => {
    await child.stop()
    await withdrawRunningDatabase(dataDir)
  }
  return { uri, engine, pid: child.pid, ended: child.ended, close }
}

async function waitForPredecessor(dataDir: string): Promise<void> {
  const deadline = Date.now() + PREDECESSOR_LIMIT_MS
  for (let running = await findRunningDatabase(dataDir); running; running = await findRunningDatabase(dataDir)) {
    if (Date.now() > deadline) {
      throw new Error(`Twinlock already runs on the data folder ${dataDir} (process ${running.pid}). Stop it first.`)
    }
    await pause(100)
  }
}

async function chooseEngine(
  dataDir: string,
  onProgress: OnProgress,
): Promise<{ engine: EngineName; command: EngineCommand }> {
  const remembered = await rememberedEngine(dataDir)
  const refusals: string[] = []
  for (const engine of ENGINES) {
    if (remembered && engine.name !== remembered) continue
    const offer = await engine.offer(onProgress)
    if (offer.can) return { engine: engine.name, command: offer.commandFor(dataDir) }
    refusals.push(offer.because)
  }
  throw new Error(remembered ? lostEngine(dataDir, remembered, refusals) : noEngine(refusals))
}

function lostEngine(dataDir: string, remembered: EngineName, refusals: string[]): string {
  return [
    `The data in ${dataDir} was written by ${WRITERS[remembered]}, which is not available now (${refusals.join('; ')}).`,
    `Bring it back (${WAYS[remembered]}), or set TWINLOCK_DATA_DIR to another folder to begin with empty data.`,
  ].join('\n')
}

function noEngine(refusals: string[]): string {
  return [
    `There is no database to run on (${refusals.join('; ')}). Any one of these will do:`,
    '  1. set MONGODB_URI to a MongoDB that you run',
    `  2. ${WAYS.mongod}`,
    `  3. ${WAYS['downloaded-mongod']}`,
    `  4. ${WAYS.java}`,
  ].join('\n')
}

const WRITERS: Record<EngineName, string> = {
  mongod: 'the mongod of this machine',
  'downloaded-mongod': 'a downloaded mongod',
  java: 'mongo-java-server',
}

const WAYS: Record<EngineName, string> = {
  mongod: 'install MongoDB, so that mongod is on PATH',
  'downloaded-mongod': 'go online once, so that a mongod can be downloaded',
  java: 'install Java 17 or newer and Maven, so that java and mvn are on PATH',
}
