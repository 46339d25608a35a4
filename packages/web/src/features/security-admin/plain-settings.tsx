import { limits } from '@twinlock/shared/limits'
import { type ComponentProps, useState } from 'react'
import { graphql } from '../../generated/gql'
import type { Locale } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { languageNames, languages, localeNameOf } from '../../texts/language'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import { Select } from '../../ui/select'
import { useSetting } from './setting-dialog'

const SET_HELP_CONTACT = graphql(`
  mutation SetHelpContact($networkId: ID!, $helpContact: String) {
    setHelpContact(networkId: $networkId, helpContact: $helpContact) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)

export function HelpContactDialog({ current, onClose }: { current: string | null; onClose: () => void }) {
  const t = useTexts('security').settings
  const { save, problem, ...state } = useSetting(SET_HELP_CONTACT, onClose)
  return (
    <FormDialog
      {...state}
      title={t.help}
      submitLabel={t.save}
      onSubmit={({ contact = '' }) => save({ helpContact: contact.trim() || null }, { helpContact: current })}
      refusal={problem}
    >
      <Field name="contact" label={t.helpField} hint={t.helpLine} defaultValue={current ?? ''} error={problem} />
    </FormDialog>
  )
}

const SET_NETWORK_LOCALE = graphql(`
  mutation SetNetworkLocale($networkId: ID!, $locale: Locale) {
    setNetworkLocale(networkId: $networkId, locale: $locale) {
      ...ChangedSetting
    }
  }
`)

/** The language of emails and invitations to people whose language is not known. */
export function LanguageDialog({ current, onClose }: { current: Locale | null; onClose: () => void }) {
  const t = useTexts('security').settings
  const { save, ...state } = useSetting(SET_NETWORK_LOCALE, onClose)
  return (
    <ChoiceDialog
      {...state}
      title={t.language}
      line={t.languageLine}
      label={t.language}
      current={current ?? ''}
      options={[
        { value: '', label: t.languageNone },
        ...languages.map((one) => ({ value: localeNameOf(one), label: languageNames[one] })),
      ]}
      onSave={(chosen) => save({ locale: (chosen || null) as Locale | null }, { locale: current })}
    />
  )
}

const SET_LOG_RETENTION = graphql(`
  mutation SetLogRetention($networkId: ID!, $days: Int) {
    setLogRetention(networkId: $networkId, days: $days) {
      ...ChangedSetting
    }
  }
`)
const offered = [null, limits.logDays.min, 90, 180, 365, 730]

export function LogRetentionDialog({ current, onClose }: { current: number | null; onClose: () => void }) {
  const t = useTexts('security').settings
  const { save, ...state } = useSetting(SET_LOG_RETENTION, onClose)
  const choices = offered.includes(current) ? offered : [...offered, current]
  return (
    <ChoiceDialog
      {...state}
      title={t.log}
      line={t.logLine}
      label={t.logField}
      current={String(current ?? '')}
      options={choices.map((days) => ({ value: String(days ?? ''), label: days ? t.logDays({ days }) : t.logForGood }))}
      onSave={(chosen) => {
        const days = chosen ? Number(chosen) : null
        // A shorter time has deleted older entries, which no undo brings back.
        const isLonger = current !== null && (days === null || days > current)
        save({ days }, isLonger ? { days: current } : null)
      }}
    />
  )
}

type ChoiceProps = Pick<ComponentProps<typeof FormDialog>, 'title' | 'onClose' | 'isBusy' | 'failure' | 'problem'> & {
  /** What it means. */
  line: string
  label: string
  current: string
  options: ComponentProps<typeof Select>['options']
  onSave: (chosen: string) => unknown
}

/** A setting that has a few choices. */
function ChoiceDialog({ line, label, current, options, onSave, ...dialog }: ChoiceProps) {
  const t = useTexts('security').settings
  const [chosen, setChosen] = useState(current)
  return (
    <FormDialog {...dialog} submitLabel={t.save} onSubmit={() => onSave(chosen)}>
      <p className="text-muted">{line}</p>
      <Select label={label} value={chosen} options={options} onChange={setChosen} />
    </FormDialog>
  )
}
