import { type Language, languageNames, languages } from '../texts/language'
import { chooseLanguage } from '../texts/text-store'
import { useLanguage, useTexts } from '../texts/use-texts'
import { TextLink } from './button'
import { classNames } from './class-names'

export function HelpFooter({ className }: { className?: string }) {
  const t = useTexts('common')
  return (
    <footer className={classNames('flex flex-wrap items-center justify-between gap-x-6 py-4 text-meta', className)}>
      <TextLink to="/help">{t.help}</TextLink>
      <LanguageSwitch />
    </footer>
  )
}

export function LanguageSwitch() {
  const t = useTexts('common')
  const current = useLanguage()
  return (
    <label className="inline-flex min-h-11 items-center gap-2">
      <span className="sr-only">{t.language}</span>
      <select
        value={current}
        className="min-h-11 min-w-0 rounded-control bg-transparent text-meta text-muted"
        onChange={(event) => void chooseLanguage(event.target.value as Language)}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  )
}
