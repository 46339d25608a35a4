import { isVisible } from '@twinlock/shared/typed-text'

/** What is wrong with an input, by its field, in words for the person; empty when it will do. */
export type InputProblems = Record<string, string>

/** @param found by field; null where nothing is wrong */
export function problemsIn(found: Record<string, string | null>): InputProblems {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null))
}

/**
 * A text that others read must be one line with something to see in it, and mean what it says: no control or direction
 * characters.
 * @param maxLength in characters, spaces around it left out
 * @returns what is wrong with it; null when it will do
 */
export function lineProblem(text: string, maxLength: number): string | null {
  const line = text.trim()
  if (!isVisible(line)) return 'Write something.'
  if ([...line].length > maxLength) return `Use at most ${maxLength} characters.`
  if (/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(line))
    return 'Use letters, digits and punctuation only.'
  return null
}
