import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { KeyRing, type RingKey, SealBrokenError } from './key-ring.js'

const key = (id: string): RingKey => ({ id, secret: new Uint8Array(randomBytes(32)) })
const [old, fresh] = [key('old'), key('fresh')]
const ada = { owner: 'acc_ada', purpose: 'totp' }
const SECRET = 'JBSWY3DPEHPK3PXP'

describe('L07 a sealed secret', () => {
  test('opens with every ring that holds its key, wherever it stands', async () => {
    const envelope = await new KeyRing([old]).seal(SECRET, ada)
    for (const ring of [[old], [old, fresh], [fresh, old]])
      expect(await new KeyRing(ring).open(envelope, ada)).toBe(SECRET)
  })

  test('does not open without it, and the error names the key and not the secret', async () => {
    const envelope = await new KeyRing([old]).seal(SECRET, ada)
    const error = await new KeyRing([fresh]).open(envelope, ada).catch((thrown: Error) => thrown)
    expect(error).toBeInstanceOf(SealBrokenError)
    expect(String(error)).toContain('"old"')
    expect(String(error)).not.toContain(SECRET)
  })

  test('does not open with another key of the same name', async () => {
    const envelope = await new KeyRing([old]).seal(SECRET, ada)
    await expect(new KeyRing([{ ...fresh, id: 'old' }]).open(envelope, ada)).rejects.toThrow(SealBrokenError)
  })

  test.each([
    ['another account', { ...ada, owner: 'acc_eve' }],
    ['another use', { ...ada, purpose: 'phone-number' }],
    ['a use that only reads alike', { owner: 'ada', purpose: 'totp/acc' }],
  ])('moved to %s it does not open', async (_, elsewhere) => {
    const ring = new KeyRing([old])
    await expect(ring.open(await ring.seal(SECRET, ada), elsewhere)).rejects.toThrow(SealBrokenError)
  })

  test('altered anywhere it does not open', async () => {
    const ring = new KeyRing([old])
    const envelope = await ring.seal(SECRET, ada)
    for (let place = 0; place < envelope.length; place += 7) {
      const altered = `${envelope.slice(0, place)}${envelope[place] === 'A' ? 'B' : 'A'}${envelope.slice(place + 1)}`
      await expect(ring.open(altered, ada)).rejects.toThrow(SealBrokenError)
    }
  })

  test.each(['', 'x', 'a.b.c.d.e', '{}', 'eyJhbGciOiJub25lIn0..x.x.x', '..'.repeat(1_000)])(
    'what is none: %j',
    async (text) => {
      await expect(new KeyRing([old]).open(text, ada)).rejects.toThrow(SealBrokenError)
    },
  )

  test('gains nothing by naming another algorithm', async () => {
    const ring = new KeyRing([old])
    const [, ...rest] = (await ring.seal(SECRET, ada)).split('.')
    for (const header of [
      { alg: 'none' },
      { alg: 'dir', enc: 'A128CBC-HS256' },
      { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1e9 },
    ]) {
      const forged = Buffer.from(JSON.stringify({ ...header, kid: 'old', ctx: 'totp/acc_ada' })).toString('base64url')
      await expect(ring.open([forged, ...rest].join('.'), ada)).rejects.toThrow(SealBrokenError)
    }
  })

  test('is never the same twice, and no nonce comes again', async () => {
    const ring = new KeyRing([old])
    const envelopes = await Promise.all(Array.from({ length: 500 }, () => ring.seal(SECRET, ada)))
    expect(new Set(envelopes).size).toBe(500)
    expect(new Set(envelopes.map((envelope) => envelope.split('.')[2])).size).toBe(500)
    expect(envelopes.join('')).not.toContain(SECRET)
  })

  test('says which key it is under', async () => {
    const ring = new KeyRing([fresh, old])
    expect(ring.keyIdOf(await ring.seal(SECRET, ada))).toBe('fresh')
    expect(ring.newestKeyId).toBe('fresh')
  })
})

describe('a keyed hash', () => {
  test('finds under any key of the ring what was stored under an older one', () => {
    const stored = new KeyRing([old]).mac('code', ada)
    expect(new KeyRing([fresh, old]).macs('code', ada)).toContain(stored)
    expect(new KeyRing([fresh]).macs('code', ada)).not.toContain(stored)
  })

  test('is another for another account, use or value', () => {
    const ring = new KeyRing([old])
    const others = [
      ring.mac('code', { ...ada, owner: 'acc_eve' }),
      ring.mac('code', { ...ada, purpose: 'x' }),
      ring.mac('other', ada),
    ]
    expect(new Set([ring.mac('code', ada), ...others]).size).toBe(4)
  })

  test('is not made with the key that seals', () => {
    expect(new KeyRing([old]).mac('code', ada)).not.toContain(Buffer.from(old.secret).toString('base64url'))
  })
})

test('an empty ring is none', () => {
  expect(() => new KeyRing([])).toThrow()
})
