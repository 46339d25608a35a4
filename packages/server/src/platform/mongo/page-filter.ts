import type { Filter, Path } from './database.js'

/** Stored null, and not absent: `null` alone means both, two ranges of an index that have to be merged and read again. */
export const isNull = { $type: 'null' } as const

export interface Place {
  key: unknown
  id: string
}

/**
 * What follows a place in an order by a key and the id, as alternatives that each name all they have in common: the
 * planner then merges index scans. With one range of the key, every row of the same key before the place would be read
 * again for each page, and thousands of members may have joined in one moment.
 * @param bound the other end of the key's range, where there is one
 */
export function pageAfter<T>(
  common: Filter<T>,
  order: { key: Path<T>; direction: 1 | -1; idDirection?: 1 | -1; bound?: object },
  place: Place,
): Filter<T> {
  const { key, direction, idDirection = 1, bound = {} } = order
  const past = (way: 1 | -1) => (way === 1 ? '$gt' : '$lt')
  const alternatives = [
    { ...common, [key]: place.key, _id: { [past(idDirection)]: place.id } },
    { ...common, [key]: { ...bound, [past(direction)]: place.key } },
  ]
  return { $or: alternatives } as Filter<T>
}
