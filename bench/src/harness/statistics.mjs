/** The value below which a share (0..1) of the values lies, interpolated between neighbours. */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (values) => quantile(values, 0.5)

/** What a row of measurements comes to: the middle, and how far it went either way. */
export function spreadOf(values) {
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) }
}
