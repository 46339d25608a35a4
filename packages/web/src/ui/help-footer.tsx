import { Link } from 'react-router'
import { type Language, languageNames, languages } from '../texts/language'
import { changeLanguage } from '../texts/text-store'
import { useLanguage, useTexts } from '../texts/use-texts'
import { classNames } from './class-names'

export function HelpFooter({ className }: { className?: string }) {
  const t = useTexts('common')
  return (
    <footer className={classNames('flex flex-wrap items-center justify-between gap-x-6 py-4 text-meta', className)}>
      <Link to="/help" className="link inline-flex min-h-11 items-center">
        {t.help}
      </Link>
      <LanguageSwitch />
    </footer>
  )
}

export function LanguageSwitch() {
  const t = useTexts('common')
  const current = useLanguage()
  const others = languages.filter((language) => language !== current)
  return (
    <nav aria-label={t.language}>
      {others.map((language: Language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="link min-h-11 min-w-11"
          onClick={() => void changeLanguage(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </nav>
  )
}
