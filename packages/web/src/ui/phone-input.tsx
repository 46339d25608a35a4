import { useMemo } from 'react'
import { useLanguage, useTexts } from '../texts/use-texts'
import { CountryPicker } from './country-picker'
import { FieldFrame, inputLook } from './field'
import { type CountryCode, countriesIn, countryNamedBy, likelyCountry } from './phone-number'

export type PhoneEntry = { number: string; country: CountryCode | undefined }

type Props = {
  entry: PhoneEntry
  onChange: (entry: PhoneEntry) => void
  /** Where we can send to; null: anywhere. */
  allowedCountries: readonly string[] | null
  error?: string | undefined
}

/** A mobile number in any common way of writing it. A number that names its country moves the picker along. */
export function PhoneInput({ entry, onChange, allowedCountries, error }: Props) {
  const t = useTexts('common').phone
  const language = useLanguage()
  const countries = useMemo(() => countriesIn(language, allowedCountries), [language, allowedCountries])
  const country = entry.country ?? likelyCountry(countries)
  return (
    <FieldFrame label={t.label} hint={t.hint} error={error}>
      {(ids) => (
        <div className="flex gap-2">
          <CountryPicker
            countries={countries}
            chosen={country}
            onChoose={(chosen) => onChange({ ...entry, country: chosen })}
          />
          <input
            {...ids}
            type="tel"
            name="phoneNumber"
            inputMode="tel"
            autoComplete="tel"
            value={entry.number}
            onChange={({ target }) =>
              onChange({ number: target.value, country: countryNamedBy(target.value) ?? country })
            }
            className={`${inputLook} min-w-0`}
          />
        </div>
      )}
    </FieldFrame>
  )
}
