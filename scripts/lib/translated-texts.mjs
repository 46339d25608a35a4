// Remembers which English every text was translated from, so that a translation that is older than its English is found.
import { createHash } from 'node:crypto'

/**
 * Compares the English of today with the record: for each message, the hash of the English that it was translated from.
 * A new message enters the record and one that is gone leaves it. One whose English has changed is outdated until
 * `isTranslated` says that its translations say the same again.
 */
export function compareWithRecord(english, record, isTranslated = () => false) {
  const next = {}
  const outdated = []
  for (const [name, source] of english) {
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8)
    const isOutdated = name in record && record[name] !== hash && !isTranslated(name)
    if (isOutdated) outdated.push(name)
    next[name] = isOutdated ? record[name] : hash
  }
  return { next, outdated }
}
