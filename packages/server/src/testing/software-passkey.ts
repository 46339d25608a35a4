import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a test has the authenticator or the browser say otherwise than it should. */
export interface PasskeyLies {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  counter?: number
  userHandle?: string
  /** Vouches for the passkey by a certificate of a maker, or by the passkey itself. */
  attestation?: 'apple' | 'packed' | 'self'
  /** User present, user verified. */
  isPresent?: boolean
  isVerified?: boolean
}

const FLAGS = { present: 0x01, verified: 0x04, hasKey: 0x40 }

/** An authenticator of one passkey (P-256, ES256), and the browser around it. WebAuthn 6.1, 6.5. */
export class SoftwarePasskey {
  readonly id = randomBytes(32)
  readonly #key: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0

  /** @param origin of the page that asks */
  constructor(readonly origin: string) {}

  /** What navigator.credentials.create brings back for these options, as JSON. */
  create(optionsJson: string, lies: PasskeyLies = {}): string {
    const options = JSON.parse(optionsJson)
    const clientData = this.#clientData('webauthn.create', options.challenge, lies)
    const authData = Buffer.concat([
      this.#authenticatorData(lies.rpId ?? options.rp.id, FLAGS.hasKey, lies),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      isoCBOR.encode(this.#coseKey()),
    ])
    const attestation = new Map<string, unknown>([
      ['fmt', lies.attestation === 'self' ? 'packed' : (lies.attestation ?? 'none')],
      ['attStmt', this.#statement(authData, clientData, lies)],
      ['authData', new Uint8Array(authData)],
    ])
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    })
  }

  /** What navigator.credentials.get brings back for these options, as JSON. */
  get(optionsJson: string, lies: PasskeyLies = {}): string {
    const options = JSON.parse(optionsJson)
    this.counter += 1
    const clientData = this.#clientData('webauthn.get', options.challenge, lies)
    const authData = this.#authenticatorData(lies.rpId ?? options.rpId, 0, lies)
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: this.#sign(authData, clientData).toString('base64url'),
      ...(lies.userHandle === undefined ? {} : { userHandle: Buffer.from(lies.userHandle).toString('base64url') }),
    })
  }

  /** WebAuthn 8.2: the certificate is rubbish, which nobody should get to see. */
  #statement(authData: Buffer, clientData: Buffer, { attestation }: PasskeyLies): Map<string, unknown> {
    if (!attestation) return new Map()
    const signed = new Map<string, unknown>([
      ['alg', -7],
      ['sig', new Uint8Array(this.#sign(authData, clientData))],
    ])
    return attestation === 'self' ? signed : signed.set('x5c', [new Uint8Array(authData)])
  }

  #sign(authData: Buffer, clientData: Buffer): Buffer {
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()])
    return sign('sha256', signed, this.#key.privateKey)
  }

  #credential(response: Record<string, unknown>): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  #clientData(type: string, challenge: string, lies: PasskeyLies): Buffer {
    const said = {
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? this.origin,
      crossOrigin: false,
    }
    return Buffer.from(JSON.stringify(said))
  }

  #authenticatorData(rpId: string, flags: number, lies: PasskeyLies): Buffer {
    const isPresent = lies.isPresent ?? true
    const isVerified = lies.isVerified ?? false
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lies.counter ?? this.counter)
    const said = flags | (isPresent ? FLAGS.present : 0) | (isVerified ? FLAGS.verified : 0)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([said]), count])
  }

  /** RFC 9053 7.1: kty EC2, alg ES256, crv P-256, x, y. */
  #coseKey(): never {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' })
    const bytes = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'))
    return new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]) as never
  }
}
