type Filter = Record<string, unknown>
export type IndexKeys = Record<string, 1 | -1>

export interface ListingQuery {
  filter: Filter
  sort: Record<string, number>
}

/**
 * The first index that serves a listing without sorting in memory: equality, then the sort, then ranges (the order in
 * which MongoDB can use a compound index). Conditions inside `$or`, `$nor` and `$nin` are judged row by row: they ask no index.
 */
export function indexFor({ filter, sort }: ListingQuery, indexes: readonly IndexKeys[]): IndexKeys | null {
  const { equal, ranged } = fieldsIn(filter)
  return indexes.find((index) => serves(index, equal, ranged, sort)) ?? null
}

function serves(index: IndexKeys, equal: Set<string>, ranged: Set<string>, sort: Record<string, number>): boolean {
  const keys = Object.entries(index)
  let place = 0
  while (keys[place] && equal.has(keys[place]?.[0] ?? '')) place += 1
  const prefix = keys.slice(0, place).map(([name]) => name)
  // Every equality is in the prefix: otherwise rows of others are read and thrown away.
  if (![...equal].every((name) => prefix.includes(name))) return false

  const wanted = Object.entries(sort).filter(([name]) => !prefix.includes(name))
  const given = keys.slice(place, place + wanted.length)
  const isSame = wanted.every(([name, way], n) => given[n]?.[0] === name && given[n]?.[1] === way)
  const isReversed = wanted.every(([name, way], n) => given[n]?.[0] === name && given[n]?.[1] === -way)
  if (!isSame && !isReversed) return false
  const after = keys.slice(place).map(([name]) => name)
  if (wanted.length === 0 && ranged.size > 0 && !ranged.has(after[0] ?? '')) return false
  return [...ranged].every((name) => after.includes(name))
}

function fieldsIn(filter: Filter): { equal: Set<string>; ranged: Set<string> } {
  const equal = new Set<string>()
  const ranged = new Set<string>()
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$or' || name === '$nor') continue
    if (name === '$and') {
      for (const part of condition as Filter[]) {
        const inner = fieldsIn(part)
        for (const each of inner.equal) equal.add(each)
        for (const each of inner.ranged) ranged.add(each)
      }
    } else if (isExclusion(condition)) continue
    else if (isRange(condition)) ranged.add(name)
    else equal.add(name)
  }
  for (const name of ranged) equal.delete(name)
  return { equal, ranged }
}

/** Leaving a few out narrows nothing. */
function isExclusion(condition: unknown): boolean {
  return typeof condition === 'object' && condition !== null && '$nin' in condition
}

function isRange(condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || Array.isArray(condition))
    return false
  return !Object.keys(condition).every((operator) => operator === '$in' || operator === '$eq')
}
