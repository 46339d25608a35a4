/** Goals are evaluated by the median of the pairs; nothing asserts them. */
export function atLeast(text, spread, wanted) {
  return { text, measured: spread, wanted: `≥ ${wanted}`, isMet: spread.median >= wanted }
}

export function atMost(text, spread, wanted) {
  return { text, measured: spread, wanted: `≤ ${wanted}`, isMet: spread.median <= wanted }
}

/** Equal, up to a share. */
export function within(text, spread, share) {
  return { text, measured: spread, wanted: `1 ± ${share}`, isMet: Math.abs(spread.median - 1) <= share }
}
