import { asciiDigits } from './typed-text.js'

/** As people write or paste a number → digits and separators that a parser knows, an international prefix as `+`. */
export function plainPhoneNumber(text: string): string {
  return asciiDigits(text)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00/, '+')
}

type Rewrite = readonly [former: RegExp, present: string]

/** Vietnam, September 2018: prefixes of eleven digits became ones of ten. */
const VIETNAM: Record<string, string> = {
  '120': '70',
  '121': '79',
  '122': '77',
  '126': '76',
  '128': '78',
  '123': '83',
  '124': '84',
  '125': '85',
  '127': '81',
  '129': '82',
  '162': '32',
  '163': '33',
  '164': '34',
  '165': '35',
  '166': '36',
  '167': '37',
  '168': '38',
  '169': '39',
  '186': '56',
  '188': '58',
  '199': '59',
}

/** Argentina: a mobile number has the digits of a landline at home; from abroad a 9 stands before them. */
const ARGENTINA: Rewrite = [/^\+54(?!9)(\d{10})$/, '+549$1']

/** How mobile numbers are still written where the plan of the country has them in another form by now. */
const FORMER: readonly Rewrite[] = [
  // Mexico, August 2019: the 1 of mobile numbers is gone, and 044, 045 and 01 before it.
  [/^\+52(?:1|0?4[45]|01)(\d{10})$/, '+52$1'],
  // Brazil, 2012 to 2016: mobile numbers got a 9 in front.
  [/^\+55(\d{2})([6-9]\d{7})$/, '+55$19$2'],
  // Côte d'Ivoire, January 2021: two digits in front, by operator; what began with 2 or 3 was a landline.
  [/^\+225(?![23])(\d[7-9]\d{6})$/, '+22507$1'],
  [/^\+225(?![23])(\d[4-6]\d{6})$/, '+22505$1'],
  [/^\+225(?![23])(\d[0-3]\d{6})$/, '+22501$1'],
  // Benin, November 2024: 01 in front of all.
  [/^\+229(\d{8})$/, '+22901$1'],
  // Mauritius, September 2013: a 5 in front.
  [/^\+230([79]\d{6})$/, '+2305$1'],
  ...Object.entries(VIETNAM).map(
    ([former, present]): Rewrite => [new RegExp(`^\\+84${former}(\\d{7})$`), `+84${present}$1`],
  ),
]

/**
 * The form that a number has today, which is written as its country used to, or writes it at home.
 * @param isLandline a number of today's plan that is not known as a mobile one: it may be one as written at home
 * @returns null for a number that has no other form
 */
export function presentForm(e164: string, callingCode: string, isLandline: boolean): string | null {
  const rewrite = (isLandline ? [ARGENTINA] : FORMER).find(([former]) => former.test(e164))
  if (rewrite) return e164.replace(...rewrite)
  // The 0 of a call at home, behind the code of the country.
  const trunk = `+${callingCode}0`
  return !isLandline && e164.startsWith(trunk) ? `+${callingCode}${e164.slice(trunk.length)}` : null
}
