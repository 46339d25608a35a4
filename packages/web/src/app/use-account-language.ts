import { useMutation } from '@apollo/client/react'
import { isLocale } from '@twinlock/shared/locales'
import { useEffect } from 'react'
import { graphql } from '../generated/gql'
import type { Locale } from '../generated/graphql'
import type { Language } from '../texts/language'
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
    const own = locale && tagOf(locale)
    if (own && own !== currentLanguage()) void changeLanguage(own)
  }, [locale])
  useEffect(() => onLanguageChosen((language) => void save({ variables: { locale: nameOf(language) } })), [save])
}

const nameOf = (language: Language) => language.toUpperCase().replace('-', '_') as Locale

function tagOf(locale: Locale): Language | undefined {
  const [language = '', region] = locale.split('_')
  const tag = region ? `${language.toLowerCase()}-${region}` : language.toLowerCase()
  return isLocale(tag) ? tag : undefined
}
