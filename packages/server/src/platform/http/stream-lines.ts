import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Lines are sent together: one write for each would cost more than the reading of them. */
const CHUNK_CHARACTERS = 16_384

/** Writes as fast as the client reads, and stops reading when the client closes the connection. */
export async function streamLines(to: Writable, lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunksOf(lines), { objectMode: false }), to)
  } catch (error) {
    if (!isClosedEarly(error)) throw error
  }
}

async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}

function isClosedEarly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
