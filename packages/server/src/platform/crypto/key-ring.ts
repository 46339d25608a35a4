import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto'

export interface RingKey {
  id: string
  secret: Uint8Array
}

const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' }
const IV_BYTES = 12
const TAG_BYTES = 16

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
 * and the purpose bound to it as authenticated data. The newest key seals; every key of the ring opens. Written out here,
 * since a library goes through WebCrypto, whose thread costs some twenty times what a secret of a few bytes does.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, { seal: KeyObject; mac: Uint8Array }>
  readonly newestKeyId: string

  constructor(keys: readonly RingKey[]) {
    const newest = keys[0]
    if (!newest) throw new Error('The key ring is empty.')
    this.newestKeyId = newest.id
    this.#keys = new Map(
      keys.map((key) => [
        key.id,
        { seal: createSecretKey(derive(key.secret, 'seal')), mac: derive(key.secret, 'mac') },
      ]),
    )
  }

  /** Newest first. */
  get keyIds(): string[] {
    return [...this.#keys.keys()]
  }

  /** @returns an envelope safe to store; sealing the same text twice gives two different envelopes. */
  async seal(plaintext: string, context: SealContext, keyId = this.newestKeyId): Promise<string> {
    const header = { ...ALGORITHMS, kid: keyId, jti: randomUUID(), ctx: contextOf(context) }
    const head = encoded(Buffer.from(JSON.stringify(header)))
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key(keyId).seal, iv, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(head))
    const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
    return [head, '', ...[iv, sealed, cipher.getAuthTag()].map(encoded)].join('.')
  }

  /** @throws SealBrokenError when the key is gone, the envelope was altered, or it belongs elsewhere. */
  async open(envelope: string, context: SealContext): Promise<string> {
    const [head = '', keyPart, ...parts] = envelope.split('.')
    const { alg, enc, kid, ctx } = headerIn(head)
    const [iv, sealed, tag] = parts.map(decoded)
    const isOurs = alg === ALGORITHMS.alg && enc === ALGORITHMS.enc && keyPart === '' && parts.length === 3
    if (!isOurs || iv?.length !== IV_BYTES || !sealed || tag?.length !== TAG_BYTES)
      throw new SealBrokenError('The envelope is none.')
    if (ctx !== contextOf(context)) throw new SealBrokenError('The envelope belongs elsewhere.')
    const decipher = createDecipheriv('aes-256-gcm', this.#key(kid).seal, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(head)).setAuthTag(tag)
    try {
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
    } catch (error) {
      throw new SealBrokenError('The envelope does not open.', { cause: error })
    }
  }

  /** The id of the key that an envelope was sealed with; re-sealing compares it with `newestKeyId`. */
  keyIdOf(envelope: string): string {
    return headerIn(envelope.split('.', 1)[0] ?? '').kid
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

const encoded = (bytes: Buffer): string => bytes.toString('base64url')

/** @throws SealBrokenError for any other spelling of the same bytes */
function decoded(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (encoded(bytes) !== text) throw new SealBrokenError('The envelope is not spelled as it was.')
  return bytes
}

function headerIn(head: string): Record<string, unknown> & { kid: string } {
  try {
    const header = JSON.parse(decoded(head).toString('utf8')) as Record<string, unknown> | null
    if (typeof header?.kid === 'string') return { ...header, kid: header.kid }
  } catch {
    // falls through: an unreadable envelope is broken
  }
  throw new SealBrokenError('The envelope has no key id.')
}

function contextOf({ owner, purpose }: SealContext): string {
  return `${purpose}/${owner}`
}
