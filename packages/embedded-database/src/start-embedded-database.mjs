import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseMongod } from './choose-mongod.mjs'
import { announceRunningDatabase, findRunningDatabase, recordEngine, withdrawRunningDatabase } from './data-folder.mjs'
import { startMongodProcess } from './mongod-process.mjs'
import { becomePrimary, REPLICA_SET } from './replica-set.mjs'

/** How long a predecessor on the same data folder may take to end: its parent may have just been killed. */
const PREDECESSOR_LIMIT_MS = 5_000

/**
 * @typedef {object} EmbeddedDatabase
 * @property {string} uri a MongoDB connection string without a database name
 * @property {string} version of MongoDB
 * @property {number} pid the process of mongod
 * @property {Promise<string>} ended resolves to the end of its log when mongod has ended, by `close` or by accident
 * @property {() => Promise<void>} close
 */

/**
 * Starts a MongoDB that lives as long as this process, as a replica set of one on a free port of 127.0.0.1.
 * @param {object} options
 * @param {string} options.dataDir kept between runs; created when it is missing
 * @param {(message: string) => void} [options.onProgress] reports what takes time, in words for a person
 * @returns {Promise<EmbeddedDatabase>}
 * @throws when no mongod runs on this machine or none reads the data, or when another process serves the same data
 *   folder; each message says what to do
 */
export async function startEmbeddedDatabase({ dataDir, onProgress = () => {} }) {
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true })
  await waitForPredecessor(folder)
  const { path, version, source } = await chooseMongod(folder, onProgress)
  const dbPath = join(folder, 'mongod')
  await mkdir(dbPath, { recursive: true })
  const mongod = await startMongodProcess(path, dbPath)
  try {
    await becomePrimary(mongod.port)
    await recordEngine(folder, { source, version })
    const uri = `mongodb://127.0.0.1:${mongod.port}/?replicaSet=${REPLICA_SET}`
    await announceRunningDatabase(folder, { uri, pid: mongod.pid })
    const close = async () => {
      await mongod.stop()
      await withdrawRunningDatabase(folder)
    }
    return { uri, version, pid: mongod.pid, ended: mongod.ended, close }
  } catch (error) {
    await mongod.stop()
    throw error
  }
}

/** @param {string} dataDir */
async function waitForPredecessor(dataDir) {
  const deadline = Date.now() + PREDECESSOR_LIMIT_MS
  for (let running = await findRunningDatabase(dataDir); running; running = await findRunningDatabase(dataDir)) {
    if (Date.now() > deadline) {
      throw new Error(`Twinlock already runs on the data folder ${dataDir} (process ${running.pid}). Stop it first.`)
    }
    await pause(100)
  }
}
