import { limits } from '@twinlock/shared/limits'

/** @returns what a name lacks, in words for the person; null when it will do */
export function nameProblem(name: string, maxLength: number = limits.name.maxLength): string | null {
  const text = name.trim()
  if (text === '') return 'Write a name.'
  if ([...text].length > maxLength) return `Use at most ${maxLength} characters.`
  if (/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text))
    return 'Use letters, digits and punctuation only.'
  return null
}
