/** Invisible characters that pasting brings along: directional marks, soft hyphens, joiners, variation selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu

/** Decimal digits of any script (Arabic, Devanagari, full width, …) become 0–9; everything else stays. */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
}

/** Unicode encodes the digits of every script as one ascending run, zero first (stability policy for Nd). */
function digitValue(codePoint: number): number {
  let zero = codePoint
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (codePoint - zero) % 10
}

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/**
 * Whether anything of a text can be seen: a letter, digit, sign or emoji. Spaces, marks without a letter, fillers and
 * the blank Braille pattern leave nothing on the page.
 */
export function isVisible(text: string): boolean {
  return /[^\p{C}\p{Z}\p{M}\u2800]/u.test(withoutInvisible(text.normalize('NFKC')))
}

/** Letters that Unicode does not take apart, as people type them on a keyboard without them. */
const PLAIN_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ĳ: 'ij',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ơ: 'o',
  ư: 'u',
}
const SPECIAL = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g')

/** How texts are compared when people search: without case, accents, special letters or the width of letters. */
export function foldForSearch(text: string): string {
  return withoutInvisible(text)
    .trim()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(SPECIAL, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC')
}
