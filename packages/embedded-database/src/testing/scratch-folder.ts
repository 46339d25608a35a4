import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { fastFolder } from '../vitest-database.js'

/** An empty folder that is removed when the test has finished. */
export async function scratchFolder(): Promise<string> {
  const path = await mkdtemp(join(fastFolder(), 'twinlock-embedded-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}
