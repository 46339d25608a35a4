import { InjectionToken } from '@needle-di/core'
import type { KeyRing, SealContext } from './key-ring.js'

/** A stored envelope. */
export interface StoredEnvelope {
  envelope: string
  context: SealContext
  /** Replaces the envelope only if it is still the one that was opened. @returns whether it was replaced */
  replace(resealed: string, plaintext: string): Promise<boolean>
}

/** Each goes through the secrets of one room. */
export type SealedSources = readonly (() => AsyncIterable<StoredEnvelope>)[]
export const SealedSources = new InjectionToken<SealedSources>('SealedSources')

/**
 * Reseals envelopes under the newest key while the system runs. It can be interrupted and run again. An envelope that
 * changed meanwhile is skipped, because it was sealed under the newest key anyway.
 * @returns the number of resealed envelopes
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
