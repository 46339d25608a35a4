import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'

export interface RingKey {
  id: string
  secret: Uint8Array
}

/** The owner and the purpose of a secret: an envelope moved to another owner or purpose does not open. */
export interface SealContext {
  owner: string
  purpose: string
}

/** Thrown when an envelope was sealed with a key that the ring no longer holds, or was tampered with. */
export class SealBrokenError extends Error {
  override name = 'SealBrokenError'
}

/**
 * Seals secrets at rest: compact JWE (RFC 7516) with `dir` and A256GCM, the key id in the protected header, the owner
 * and the purpose bound to it as authenticated data. The newest key seals; every key of the ring opens.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, { seal: Promise<CryptoKey>; mac: Uint8Array }>
  readonly newestKeyId: string

  constructor(keys: readonly RingKey[]) {
    const newest = keys[0]
    if (!newest) throw new Error('The key ring is empty.')
    this.newestKeyId = newest.id
    this.#keys = new Map(
      keys.map((key) => [key.id, { seal: imported(derive(key.secret, 'seal')), mac: derive(key.secret, 'mac') }]),
    )
  }

  /** Newest first. */
  get keyIds(): string[] {
    return [...this.#keys.keys()]
  }

  /** @returns an envelope safe to store; sealing the same text twice gives two different envelopes. */
  async seal(plaintext: string, context: SealContext, keyId = this.newestKeyId): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(plaintext))
      .setProtectedHeader({
        alg: 'dir',
        enc: 'A256GCM',
        kid: keyId,
        jti: randomUUID(),
        ctx: contextOf(context),
      })
      .encrypt(await this.#key(keyId).seal)
  }

  /** @throws SealBrokenError when the key is gone, the envelope was altered, or it belongs elsewhere. */
  async open(envelope: string, context: SealContext): Promise<string> {
    const kid = this.keyIdOf(envelope)
    try {
      const { plaintext, protectedHeader } = await compactDecrypt(envelope, await this.#key(kid).seal, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      if (protectedHeader.ctx !== contextOf(context)) throw new SealBrokenError('The envelope belongs elsewhere.')
      return new TextDecoder().decode(plaintext)
    } catch (error) {
      if (error instanceof SealBrokenError) throw error
      throw new SealBrokenError('The envelope does not open.', { cause: error })
    }
  }

  /** The id of the key that an envelope was sealed with; re-sealing compares it with `newestKeyId`. */
  keyIdOf(envelope: string): string {
    try {
      const { kid } = decodeProtectedHeader(envelope)
      if (typeof kid === 'string') return kid
    } catch {
      // falls through: an unreadable envelope is broken
    }
    throw new SealBrokenError('The envelope has no key id.')
  }

  /** Keyed hashes of a value under every key of the ring, newest first: to find what was stored under an older key. */
  macs(value: string, context: SealContext): string[] {
    return [...this.#keys.keys()].map((id) => this.#mac(id, value, context))
  }

  /** Keyed hash (HMAC-SHA-256, base64url) under the newest key, prefixed by its id: to store. */
  mac(value: string, context: SealContext): string {
    return this.#mac(this.newestKeyId, value, context)
  }

  #mac(keyId: string, value: string, context: SealContext): string {
    const digest = createHmac('sha256', this.#key(keyId).mac)
      .update(`${contextOf(context)}\0${value}`)
      .digest('base64url')
    return `${keyId}:${digest}`
  }

  #key(id: string) {
    const key = this.#keys.get(id)
    if (!key) throw new SealBrokenError(`No key "${id}" in the ring: add it to TWINLOCK_KEYS again.`)
    return key
  }
}

function derive(secret: Uint8Array, use: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `twinlock ${use}`, 32))
}

/** Cached: jose would import raw bytes again for every envelope. */
function imported(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function contextOf({ owner, purpose }: SealContext): string {
  return `${purpose}/${owner}`
}
