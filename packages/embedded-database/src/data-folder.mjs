import { once } from 'node:events'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

const ENGINE_FILE = 'engine.json'
const RUNNING_FILE = 'database.json'
const CONNECT_LIMIT_MS = 1_000

/**
 * The mongod that last served a data folder. The version is missing where an early Twinlock wrote the file.
 * @typedef {{ source: string, version?: string }} RecordedEngine
 */

/**
 * @typedef {object} RunningDatabase
 * @property {string} uri
 * @property {number} pid the process of mongod
 */

/**
 * @param {string} dataDir
 * @returns {Promise<RecordedEngine | undefined>}
 * @throws when the data was written by the Java database of earlier versions
 */
export async function readEngine(dataDir) {
  const recorded = await readJson(join(dataDir, ENGINE_FILE))
  if (recorded?.engine === 'java') {
    throw new Error(
      `The data in ${dataDir} was written by the Java database of an earlier Twinlock, which is no longer used; MongoDB cannot read it. ` +
        'Delete the folder, or set TWINLOCK_DATA_DIR to another one, to start with empty data.',
    )
  }
  return recorded && { source: recorded.source ?? recorded.engine, version: recorded.version }
}

/** @param {string} dataDir @param {RecordedEngine} engine */
export async function recordEngine(dataDir, engine) {
  await writeWhole(join(dataDir, ENGINE_FILE), engine)
}

/**
 * The database that another process serves from this data folder, so that a command can reach it; else undefined.
 * @param {string} dataDir
 * @returns {Promise<RunningDatabase | undefined>}
 */
export async function findRunningDatabase(dataDir) {
  const announced = await readJson(join(dataDir, RUNNING_FILE))
  if (!announced) return undefined
  // The file outlives a kill -9, and a process id is reused: only both signs together mean that it runs.
  return isAlive(announced.pid) && (await accepts(announced.uri)) ? announced : undefined
}

/** @param {string} dataDir @param {RunningDatabase} database */
export async function announceRunningDatabase(dataDir, database) {
  await writeWhole(join(dataDir, RUNNING_FILE), database)
}

/** @param {string} dataDir */
export async function withdrawRunningDatabase(dataDir) {
  await rm(join(dataDir, RUNNING_FILE), { force: true })
}

/** @param {string} file */
async function readJson(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

/** Writes beside and renames, so that no reader ever sees half a file. @param {string} file @param {object} content */
async function writeWhole(file, content) {
  await mkdir(join(file, '..'), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`)
  await rename(draft, file)
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} uri */
async function accepts(uri) {
  const { hostname, port } = new URL(uri)
  const socket = connect(Number(port), hostname)
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_LIMIT_MS) })
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
