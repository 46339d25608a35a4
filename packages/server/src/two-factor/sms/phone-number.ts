import { plainPhoneNumber, presentForm } from '@twinlock/shared/phone-forms'
import {
  type CountryCode,
  getExampleNumber,
  isSupportedCountry,
  type PhoneNumber as ParsedNumber,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'

export interface PhoneNumber {
  /** E.164: one spelling for every way of writing it. */
  e164: string
  /** ISO 3166-1 alpha-2; a territory with its own code (Puerto Rico, Guernsey) is a separate country. */
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
 * Reads any common way of writing a number: `+49 170 1234567`, `0049…`, `0170…` with its country, and the forms that a
 * country has left or uses at home alone (`+54 11 …` for a mobile number in Buenos Aires).
 * @param country ISO 3166-1 alpha-2, for a number written without its zone code
 */
export function readPhoneNumber(text: string, country?: string | null): PhoneNumberReading {
  const defaultCountry = country && isSupportedCountry(country) ? country : undefined
  const parsed = parse(plainPhoneNumber(text), defaultCountry)
  if (!parsed || parsed.ext) return { kind: 'unreadable' }
  const parsedCountry = countryOf(parsed)
  if (parsedCountry && takesTexts(parsed))
    return { kind: 'mobile', number: { e164: parsed.number, country: parsedCountry } }
  const isLandline = parsed.getType() === 'FIXED_LINE'
  const present = parse(presentForm(parsed.number, parsed.countryCallingCode, isLandline) ?? '')
  const presentCountry = present && countryOf(present)
  if (present && presentCountry && takesTexts(present))
    return { kind: 'mobile', number: { e164: present.number, country: presentCountry } }
  if (!parsedCountry || !parsed.isValid()) return { kind: 'unreadable' }
  return { kind: 'not-mobile', number: { e164: parsed.number, country: parsedCountry } }
}

/** An example of a country's mobile numbers, for an unreadable input; null for a country without any. */
export function exampleMobileNumber(country: string | null | undefined): string | null {
  if (!country || !isSupportedCountry(country)) return null
  return getExampleNumber(country, examples)?.formatInternational() ?? null
}

/** ISO 3166-1 alpha-2 of a number that names its country; else the one that was chosen. */
export function countryOfTyped(text: string, country?: string | null): string | null {
  const defaultCountry = country && isSupportedCountry(country) ? country : undefined
  const parsed = parse(plainPhoneNumber(text), defaultCountry)
  return (parsed && countryOf(parsed)) ?? defaultCountry ?? null
}

function parse(text: string, defaultCountry?: CountryCode): ParsedNumber | null {
  try {
    return parsePhoneNumberWithError(text, { ...(defaultCountry ? { defaultCountry } : {}), extract: false })
  } catch {
    return null
  }
}

function countryOf(parsed: ParsedNumber): string | undefined {
  return parsed.country ?? parsed.getPossibleCountries()[0]
}

function takesTexts(parsed: ParsedNumber): boolean {
  if (EXAMPLE.test(parsed.number)) return true
  return parsed.isValid() && TAKES_TEXTS.has(parsed.getType() ?? '')
}

/** As people of any country read it: "+49 1512 3456742". */
export function formatPhoneNumber(e164: string): string {
  return parse(e164)?.formatInternational() ?? e164
}

/** The last two digits alone: enough to tell one's own phones apart. */
export function maskPhoneNumber(e164: string): string {
  return `•••• ${e164.slice(-2)}`
}
