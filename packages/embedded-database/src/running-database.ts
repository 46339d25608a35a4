import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { writeWhole } from './remembered-engine.js'

const FILE = 'database.json'
const CONNECT_LIMIT_MS = 1_000

export interface RunningDatabase {
  uri: string
  /** The process of the engine. */
  pid: number
}

/** The database that another process serves from this data folder, so that a command can reach it; else undefined. */
export async function findRunningDatabase(dataDir: string): Promise<RunningDatabase | undefined> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const announced = JSON.parse(text) as RunningDatabase
  // The file outlives a kill -9, and a process id is given out again: only both signs together mean that it runs.
  return isAlive(announced.pid) && (await accepts(announced.uri)) ? announced : undefined
}

export async function announceRunningDatabase(dataDir: string, database: RunningDatabase): Promise<void> {
  await writeWhole(join(dataDir, FILE), database)
}

export async function withdrawRunningDatabase(dataDir: string): Promise<void> {
  await rm(join(dataDir, FILE), { force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function accepts(uri: string): Promise<boolean> {
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
