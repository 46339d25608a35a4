import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { streamLines } from './stream-lines.js'

async function* lines(count: number, progress?: { read: number; isEnded: boolean }) {
  try {
    for (let place = 0; place < count; place += 1) {
      if (progress) progress.read = place + 1
      yield `${place}\r\n`
    }
  } finally {
    if (progress) progress.isEnded = true
  }
}

/** Accepts each chunk in its own tick, and asks for a pause after each. */
function slowReader(onChunk: (reader: Writable, text: string) => void): Writable {
  return new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      onChunk(this, String(chunk))
      setImmediate(done)
    },
  })
}

test('a slow reader of a long file gets all of it, and pauses leak no listeners', async () => {
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
  const progress = { read: 0, isEnded: false }
  const reader = slowReader((writable) => writable.destroy())
  await streamLines(reader, lines(1_000_000, progress))
  expect(progress.read).toBeLessThan(100_000)
  expect(progress.isEnded).toBe(true)
})

test('an error while reading fails the response', async () => {
  async function* broken() {
    yield 'one'
    throw new Error('the database is gone')
  }
  const reader = slowReader(() => {})
  await expect(streamLines(reader, broken())).rejects.toThrow('the database is gone')
  expect(reader.destroyed).toBe(true)
})
