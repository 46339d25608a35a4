import { isVisible } from '@twinlock/shared/typed-text'

/** What is wrong with an input, by field, as messages to the user; empty when it is valid. */
export type InputProblems = Record<string, string>

/** @param found by field; null for a valid one */
export function problemsIn(found: Record<string, string | null>): InputProblems {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null))
}

/**
 * Text that others read must be one visible line without control or direction characters, which could disguise it.
 * @param maxLength in characters, without surrounding spaces
 * @returns what is wrong with it; null when it is valid
 */
export function lineProblem(text: string, maxLength: number): string | null {
  const line = text.trim()
  if (!isVisible(line)) return 'Write something.'
  if ([...line].length > maxLength) return `Use at most ${maxLength} characters.`
  if (/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(line))
    return 'Use letters, digits and punctuation only.'
  return null
}
