import { useMutation } from '@apollo/client/react'
import { useEffect } from 'react'
import { graphql } from '../generated/gql'
import type { Locale } from '../generated/graphql'
import { languageTagOf, localeNameOf } from '../texts/language'
import { changeLanguage, currentLanguage, onLanguageChosen } from '../texts/text-store'

const SET_LOCALE = graphql(`
  mutation SetLocale($locale: Locale!) {
    setLocale(locale: $locale) {
      id
      locale
    }
  }
`)

/** Shows the app in the language of the account, and stores there what the person chooses in the app. */
export function useAccountLanguage(locale: Locale | null): void {
  const [save] = useMutation(SET_LOCALE)
  useEffect(() => {
    const own = locale && languageTagOf(locale)
    if (own && own !== currentLanguage()) void changeLanguage(own)
  }, [locale])
  useEffect(() => onLanguageChosen((language) => void save({ variables: { locale: localeNameOf(language) } })), [save])
}
