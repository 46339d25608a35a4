import { createHmac } from 'node:crypto'

const PERIOD_MS = 30_000

/** The code that an authenticator app shows now (RFC 6238: SHA-1, 6 digits, 30 s). */
export function totpOf(key, now = Date.now()) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / PERIOD_MS)))
  const digest = createHmac('sha1', key).update(counter).digest()
  // RFC 4226 5.3: the last nibble says where the 31 bits are taken from.
  const number = digest.readUInt32BE(digest.at(-1) & 0xf) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** Base32 (RFC 4648 6), as key URIs carry secrets. */
export function base32Of(bytes) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replace(/.{1,5}/g, (five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
}
