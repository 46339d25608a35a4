import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto'

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

/** RFC 7518 5.3. A shorter tag would be easier to forge. */
const NONCE_BYTES = 12
const authTagLength = 16

/**
 * Seals secrets at rest: compact JWE (RFC 7516) with `dir` and A256GCM, the key id in the protected header, the owner
 * and the purpose bound to it as authenticated data. The newest key seals; every key of the ring opens. Made by Node's
 * own cipher: jose takes Web Crypto, which sends each of these few hundred bytes to another thread and back.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, { seal: Uint8Array; mac: Uint8Array }>
  readonly newestKeyId: string

  constructor(keys: readonly RingKey[]) {
    const newest = keys[0]
    if (!newest) throw new Error('The key ring is empty.')
    this.newestKeyId = newest.id
    this.#keys = new Map(
      keys.map((key) => [key.id, { seal: derive(key.secret, 'seal'), mac: derive(key.secret, 'mac') }]),
    )
  }

  /** Newest first. */
  get keyIds(): string[] {
    return [...this.#keys.keys()]
  }

  /** @returns an envelope safe to store; sealing the same text twice gives two different envelopes. */
  async seal(plaintext: string, context: SealContext, keyId = this.newestKeyId): Promise<string> {
    const facts = { alg: 'dir', enc: 'A256GCM', kid: keyId, jti: randomUUID(), ctx: contextOf(context) }
    const header = Buffer.from(JSON.stringify(facts)).toString('base64url')
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key(keyId).seal, nonce, { authTagLength })
    cipher.setAAD(Buffer.from(header))
    const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
    return [header, '', ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
  }

  /** @throws SealBrokenError when the key is gone, the envelope was altered, or it belongs elsewhere. */
  async open(envelope: string, context: SealContext): Promise<string> {
    const { alg, enc, kid, ctx } = headerOf(envelope)
    const [header = '', encryptedKey, nonce, text, tag, ...others] = envelope.split('.')
    if (alg !== 'dir' || enc !== 'A256GCM' || encryptedKey !== '' || others.length > 0)
      throw new SealBrokenError('The envelope is not one of ours.')
    if (ctx !== contextOf(context)) throw new SealBrokenError('The envelope belongs elsewhere.')
    const key = this.#key(kid).seal
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(nonce), { authTagLength })
      decipher.setAAD(Buffer.from(header)).setAuthTag(bytesOf(tag))
      return Buffer.concat([decipher.update(bytesOf(text)), decipher.final()]).toString()
    } catch (error) {
      throw new SealBrokenError('The envelope does not open.', { cause: error })
    }
  }

  /** The id of the key that an envelope was sealed with; re-sealing compares it with `newestKeyId`. */
  keyIdOf(envelope: string): string {
    return headerOf(envelope).kid
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

/** What the envelope says of itself; true only once it has opened. @throws SealBrokenError when it names no key */
function headerOf(envelope: string): Record<string, unknown> & { kid: string } {
  try {
    const header = JSON.parse(bytesOf(envelope.split('.', 1)[0]).toString())
    if (typeof header.kid === 'string') return header
  } catch {
    // falls through: an unreadable envelope is broken
  }
  throw new SealBrokenError('The envelope has no key id.')
}

/** Each sequence of bytes has one spelling: Node would read others too. */
function bytesOf(part = ''): Buffer {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.toString('base64url') !== part) throw new SealBrokenError('The envelope was altered.')
  return bytes
}

function contextOf({ owner, purpose }: SealContext): string {
  return `${purpose}/${owner}`
}
