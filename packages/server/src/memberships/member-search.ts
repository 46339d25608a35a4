import { searchKeyOf } from './new-membership.js'

const SEARCHED_WORDS = 4

/** Whose name or address has words that begin with each of those searched for; by the index of `words`. */
export function searchConditions(search: string): { words: { $regex: string } }[] {
  const words = searchKeyOf(search).split(/\s+/).filter(Boolean).slice(0, SEARCHED_WORDS)
  return words.map((word) => ({ words: { $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` } }))
}
