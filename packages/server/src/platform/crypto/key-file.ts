import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RingKey } from './key-ring.js'

/**
 * Keys for evaluation: created once and stored in the data folder, readable only by its owner.
 * A real installation sets TWINLOCK_KEYS instead.
 */
export async function loadOrMakeKeys(dataDir: string): Promise<RingKey[]> {
  const path = join(dataDir, 'keys.json')
  await mkdir(dataDir, { recursive: true })
  try {
    const fresh = [{ id: 'dev1', secret: randomBytes(32).toString('base64') }]
    // `wx` fails when the file is there: when two servers start together, one creates the keys and both read them.
    await writeFile(path, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stored = JSON.parse(await readFile(path, 'utf8')) as { id: string; secret: string }[]
  return stored.map(({ id, secret }) => ({ id, secret: new Uint8Array(Buffer.from(secret, 'base64')) }))
}
