import { isVisible } from '@twinlock/shared/typed-text'

/** Other people choose names, and mail programs make links of what looks like one. */
const longestName = 80
const longestLine = 200

/**
 * A name that another person chose, safe in a subject and a text: one line, no control or direction characters, no
 * address that a mail program would turn into a link, at most 80 characters.
 */
export function printableName(name: string): string {
  return unlinked(oneLine(name, longestName))
}

/**
 * A text that a person wrote for others (a reason, a contact) or that a browser sent about itself: one line, capped.
 * Like a name it becomes no link; email addresses and numbers stay whole, since many contacts are reached by them.
 */
export function printableLine(text: string): string {
  const words = oneLine(text, longestLine).split(' ')
  return words.map((word) => (isEmailAddress.test(word) || isNumber.test(word) ? word : unlinked(word))).join(' ')
}

const isEmailAddress = /^[(<]?[\w.+-]+@[\w-]+(\.[\w-]+)+[)>.,;:?!]*$/
const isNumber = /^[\d.]+[).,;:?!]*$/

/** An invisible word joiner (U+2060) after the dot: "evil.example" still reads the same, and is no link. */
function unlinked(text: string): string {
  const named = text.replace(/\b[a-z][a-z0-9+.-]*:\/\//gi, '')
  return named.replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '.\u2060')
}

function oneLine(text: string, longest: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  // Stored before names had to be visible: a sentence must not have a hole where a name belongs.
  if (!isVisible(line)) return '—'
  const characters = [...line]
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`
}
