import { plainPhoneNumber, presentForm } from '@twinlock/shared/phone-forms'
import { asciiDigits, foldForSearch } from '@twinlock/shared/typed-text'
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import type { Language } from '../texts/language'
import { localeOf } from '../texts/language'

export type { CountryCode }

export type Country = { code: CountryCode; name: string; callingCode: string }

/**
 * The countries by name, in the order of the language.
 * @param allowed ISO 3166-1 alpha-2 codes; null: all.
 */
export function countriesIn(language: Language, allowed: readonly string[] | null): Country[] {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'region' })
  return getCountries()
    .filter((code) => !allowed || allowed.includes(code))
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: `+${getCountryCallingCode(code)}` }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
}

/** A country or territory by its code, in the reader's language. */
export function countryName(language: Language, code: string): string {
  return new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(code) ?? code
}

/** Found by any part of the name, the code, or the calling code with or without the plus; those that begin so first. */
export function findCountries(countries: readonly Country[], search: string): Country[] {
  const wanted = foldForSearch(asciiDigits(search))
  const digits = wanted.replace(/^(\+|00)/, '')
  const found = countries.filter(
    ({ name, code, callingCode }) =>
      foldForSearch(name).includes(wanted) ||
      code.toLowerCase() === wanted ||
      (/^\d+$/.test(digits) && callingCode.slice(1).startsWith(digits)),
  )
  const isFirst = ({ name, code }: Country) => foldForSearch(name).startsWith(wanted) || code.toLowerCase() === wanted
  return [...found.filter(isFirst), ...found.filter((country) => !isFirst(country))]
}

/** The person's likely country: that of the browser's first language that names one, where it is allowed. */
export function likelyCountry(countries: readonly Country[]): CountryCode | undefined {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).maximize().region)
  const found = regions.map((region) => countries.find((country) => country.code === region)).find(Boolean)
  return (found ?? countries[0])?.code
}

/** The country that a number names itself ("+49 …", "0049 …"); undefined while it names none. */
export function countryNamedBy(number: string): CountryCode | undefined {
  const international = plainPhoneNumber(number)
  if (!international.startsWith('+')) return undefined
  return parsePhoneNumberFromString(international)?.country
}

/** @returns the number in E.164, or undefined when no such number can exist. */
export function e164Of(number: string, country: CountryCode | undefined): string | undefined {
  const parsed = parsePhoneNumberFromString(plainPhoneNumber(number), country ? { defaultCountry: country } : undefined)
  if (!parsed || parsed.isPossible()) return parsed?.number
  const present = parsePhoneNumberFromString(presentForm(parsed.number, parsed.countryCallingCode, false) ?? '')
  return present?.isPossible() ? present.number : undefined
}
