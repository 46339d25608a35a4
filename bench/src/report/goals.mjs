/** Goals are judged by the median of the pairs; nothing asserts them. */
export function atLeast(text, spread, wanted) {
  return { text, measured: spread, wanted: `≥ ${wanted}`, isMet: spread.median >= wanted }
}

export function atMost(text, spread, wanted) {
  return { text, measured: spread, wanted: `≤ ${wanted}`, isMet: spread.median <= wanted }
}
