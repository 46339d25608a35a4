import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RingKey } from './key-ring.js'

/**
 * The keys for trying the product out: made once and kept in the data folder, readable by its owner alone.
 * A real installation is given TWINLOCK_KEYS instead.
 */
export async function loadOrMakeKeys(dataDir: string): Promise<RingKey[]> {
  const path = join(dataDir, 'keys.json')
  await mkdir(dataDir, { recursive: true })
  try {
    const fresh = [{ id: 'dev1', secret: randomBytes(32).toString('base64') }]
    // `wx` fails when the file is there: of two servers that start together one makes the keys, and both read them.
    await writeFile(path, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stored = JSON.parse(await readFile(path, 'utf8')) as { id: string; secret: string }[]
  return stored.map(({ id, secret }) => ({ id, secret: new Uint8Array(Buffer.from(secret, 'base64')) }))
}
