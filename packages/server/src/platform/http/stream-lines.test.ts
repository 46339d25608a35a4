import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { streamLines } from './stream-lines.js'

async function* lines(count: number, told?: { read: number; isEnded: boolean }) {
  try {
    for (let place = 0; place < count; place += 1) {
      if (told) told.read = place + 1
      yield `${place}\r\n`
    }
  } finally {
    if (told) told.isEnded = true
  }
}

/** Takes each chunk in a turn of its own, and asks for a pause after each. */
function slowReader(onChunk: (reader: Writable, text: string) => void): Writable {
  return new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      onChunk(this, String(chunk))
      setImmediate(done)
    },
  })
}

test('a slow reader of a long file gets all of it, and no listener is left behind by each pause', async () => {
  let text = ''
  let mostListeners = 0
  const reader = slowReader((writable, chunk) => {
    text += chunk
    const counts = writable.eventNames().map((name) => writable.listenerCount(name))
    mostListeners = Math.max(mostListeners, ...counts)
  })
  await streamLines(reader, lines(100_000))
  expect(text.split('\r\n')).toHaveLength(100_001)
  expect(mostListeners).toBeLessThan(6)
})

test('a reader who goes away ends the reading', async () => {
  const told = { read: 0, isEnded: false }
  const reader = slowReader((writable) => writable.destroy())
  await streamLines(reader, lines(1_000_000, told))
  expect(told.read).toBeLessThan(100_000)
  expect(told.isEnded).toBe(true)
})

test('a fault while reading is a fault of the answer', async () => {
  async function* broken() {
    yield 'one'
    throw new Error('the database is gone')
  }
  const reader = slowReader(() => {})
  await expect(streamLines(reader, broken())).rejects.toThrow('the database is gone')
  expect(reader.destroyed).toBe(true)
})
