import { setTimeout as pause } from 'node:timers/promises'

const BEAT_MS = 10

/**
 * Begins operations at a steady rate, however long each takes: what people do, who do not wait for one another.
 * @returns {Promise<{latency: number, answer: unknown}[]>} once the last is answered; a failed one rejects
 */
export async function atRate(perSecond, milliseconds, operation) {
  const begun = performance.now()
  const pending = []
  for (let elapsed = 0; elapsed < milliseconds; elapsed = performance.now() - begun) {
    const due = Math.floor((elapsed / 1000) * perSecond) + 1
    while (pending.length < due) {
      const one = timed(operation, pending.length)
      // The caller that awaits them all receives the error; until then it does not count as unhandled.
      one.catch(() => {})
      pending.push(one)
    }
    await pause(BEAT_MS)
  }
  return await Promise.all(pending)
}

async function timed(operation, place) {
  const begun = performance.now()
  const answer = await operation(place)
  return { latency: performance.now() - begun, answer }
}
