import { type Language, languageNames, languages } from '../../texts/language'
import { chooseLanguage } from '../../texts/text-store'
import { useLanguage, useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { Select } from '../../ui/select'

export function LanguageSection() {
  const t = useTexts('account').language
  const language = useLanguage()
  return (
    <Section title={t.title} id="language">
      <Row
        title={t.label}
        action={
          <Select
            label={t.label}
            isLabelHidden
            className="w-52"
            value={language}
            options={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
            onChange={(chosen) => void chooseLanguage(chosen as Language)}
          />
        }
      />
    </Section>
  )
}
