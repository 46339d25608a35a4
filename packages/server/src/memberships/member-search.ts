import { domainToUnicode } from 'node:url'
import { foldForSearch } from '@twinlock/shared/typed-text'

const SEARCHED_WORDS = 6
/** Of a text without spaces, as Chinese and Thai are written: a part may begin at any of its first characters. */
const LONGEST_RUN = 12
const WITHOUT_SPACES =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}ー]{2,}$/u

/** Languages that write one letter as two where a keyboard lacks it: Müller and Mueller are one person. */
const PAIRS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/**
 * What a member is found by the beginnings of: each part of the name (after a space, hyphen or apostrophe, and with
 * these left out), the address, the parts of its name and its domain.
 */
export function searchWordsOf({ name, emailKey }: { name: string; emailKey: string }): string[] {
  const at = emailKey.lastIndexOf('@')
  const [local, domain] = [emailKey.slice(0, at), emailKey.slice(at + 1)]
  const written = domainToUnicode(domain)
  const addresses = [`${local}@${domain}`, `${local}@${written}`, domain, written].map(foldForSearch)
  const parts = [
    ...wordsOf(name),
    ...wordsOf(withPairs(name)),
    ...partsOf(foldForSearch(`${local} ${written} ${domain}`)),
  ]
  return [...new Set([...parts, ...addresses])].filter(Boolean)
}

/** Who has words that begin with each of those searched for; by the index of `words`. */
export function searchConditions(search: string): { words: { $regex: string } }[] {
  const typed = foldForSearch(search).split(/\s+/).filter(Boolean)
  // An address is searched as it stands; anything else by its parts, unless it has none.
  const words = typed.flatMap((word) => (/.@/.test(word) || partsOf(word).length === 0 ? [word] : partsOf(word)))
  return words.slice(0, SEARCHED_WORDS).map((word) => ({ words: { $regex: `^${escaped(word)}` } }))
}

function wordsOf(name: string): string[] {
  const written = foldForSearch(name).split(/\s+/)
  return written.flatMap((word) => {
    const parts = partsOf(word)
    return [word, ...parts.map((_, place) => parts.slice(place).join('')), ...parts.flatMap(laterBeginningsOf)]
  })
}

const partsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** "山田太郎" is found by "太郎". */
function laterBeginningsOf(part: string): string[] {
  if (!WITHOUT_SPACES.test(part)) return []
  const characters = [...part]
  return characters.slice(1, LONGEST_RUN).map((_, place) => characters.slice(place + 1).join(''))
}

function withPairs(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => PAIRS[letter] ?? letter)
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
