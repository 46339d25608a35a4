import { type CountryCode, isSupportedCountry, parsePhoneNumberWithError } from 'libphonenumber-js/max'

export interface PhoneNumber {
  /** E.164: one spelling for every way of writing it. */
  e164: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export type PhoneNumberReading =
  | { kind: 'mobile'; number: PhoneNumber }
  /** A number that exists but takes no text messages (landline, premium rate, toll-free, …). */
  | { kind: 'not-mobile'; number: PhoneNumber }
  | { kind: 'unreadable' }

const TAKES_TEXTS = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE'])

/** Kept by the regulators for films and examples: in no numbering plan, yet what people try a product with. */
const EXAMPLE = /^\+(?:447700900\d{3}|1555\d{7})$/

/**
 * Reads any common way of writing a number: `+49 170 1234567`, `0049…`, `0170…` with its country.
 * @param country ISO 3166-1 alpha-2, for a number written without its zone code
 */
export function readPhoneNumber(text: string, country?: string | null): PhoneNumberReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00/, '+')
  const defaultCountry = country && isSupportedCountry(country) ? (country as CountryCode) : undefined
  try {
    const parsed = parsePhoneNumberWithError(plain, { ...(defaultCountry ? { defaultCountry } : {}), extract: false })
    const isExample = EXAMPLE.test(parsed.number)
    const land = parsed.country ?? parsed.getPossibleCountries()[0]
    if (parsed.ext || !land || !(parsed.isValid() || isExample)) return { kind: 'unreadable' }
    const number = { e164: parsed.number, country: land }
    return { kind: isExample || TAKES_TEXTS.has(parsed.getType() ?? '') ? 'mobile' : 'not-mobile', number }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** The last two digits alone: enough to tell one's own phones apart. */
export function maskPhoneNumber(e164: string): string {
  return `•••• ${e164.slice(-2)}`
}
