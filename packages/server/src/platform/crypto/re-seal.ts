import type { KeyRing, SealContext } from './key-ring.js'

/** An envelope where it is stored. */
export interface StoredEnvelope {
  envelope: string
  context: SealContext
  /** Writes only while it is still the envelope that was opened. @returns whether it was */
  replace(resealed: string, plaintext: string): Promise<boolean>
}

/**
 * Brings envelopes under the newest key, while the system runs. It may be stopped and run again; what was replaced
 * meanwhile is left alone, since it was sealed under the newest key anyway.
 * @returns how many were under an older key
 */
export async function reSeal(keyRing: KeyRing, stored: AsyncIterable<StoredEnvelope>): Promise<number> {
  let count = 0
  for await (const { envelope, context, replace } of stored) {
    if (keyRing.keyIdOf(envelope) === keyRing.newestKeyId) continue
    const plaintext = await keyRing.open(envelope, context)
    if (await replace(await keyRing.seal(plaintext, context), plaintext)) count += 1
  }
  return count
}
