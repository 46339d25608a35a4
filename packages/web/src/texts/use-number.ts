import { useMemo } from 'react'
import { localeOf } from './language'
import { useLanguage } from './use-texts'

/** Writes counts as people of this language do: "3,012". */
export function useNumber(): (count: number) => string {
  const language = useLanguage()
  return useMemo(() => {
    const format = new Intl.NumberFormat(localeOf(language))
    return (count) => format.format(count)
  }, [language])
}

/** Writes shares from 0 to 1: "86%", "86 %" in German. Rounded down: not all is not 100%. */
export function usePercent(): (share: number) => string {
  const language = useLanguage()
  return useMemo(() => {
    const format = new Intl.NumberFormat(localeOf(language), { style: 'percent' })
    return (share) => format.format(Math.floor(share * 100) / 100)
  }, [language])
}
