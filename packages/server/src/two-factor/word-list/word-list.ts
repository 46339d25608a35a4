const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aiou'
const SYLLABLES = 5
export const WORDS = 20

/**
 * A printed list of words, each accepted once and in order: a test-only factor. 30 bits a word.
 * @param randomBytes returns the requested number of random bytes
 */
export function newWords(randomBytes: (count: number) => Uint8Array): string[] {
  return Array.from({ length: WORDS }, () =>
    // 64 syllables, so six bits of each byte are uniform.
    [...randomBytes(SYLLABLES)].map((byte) => `${CONSONANTS[byte & 15]}${VOWELS[(byte >> 4) & 3]}`).join(''),
  )
}

/** A word as it was typed: in any case, with spaces around it. */
export function wordOf(typed: string): string {
  return typed.trim().toLowerCase()
}
