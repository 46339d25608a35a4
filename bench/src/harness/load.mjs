import { median, quantile } from './statistics.mjs'

const ERRORS_KEPT = 5

/**
 * Does an operation for each input, so many at a time, each lane beginning its next as soon as the last is answered.
 * An operation that throws is an error; its words are kept for the first few.
 */
export async function underLoad(inputs, concurrency, operation) {
  const latencies = []
  const errors = []
  let next = 0
  const lane = async () => {
    while (next < inputs.length) {
      const input = inputs[next++]
      const begun = performance.now()
      try {
        await operation(input)
      } catch (error) {
        errors.push(error)
      }
      latencies.push(performance.now() - begun)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: concurrency }, lane))
  return {
    seconds: (performance.now() - begun) / 1000,
    latencies,
    errorCount: errors.length,
    errors: errors.slice(0, ERRORS_KEPT).map((error) => String(error?.message ?? error)),
  }
}

export const latenciesOf = ({ latencies }) => ({ p50: median(latencies), p99: quantile(latencies, 0.99) })
