import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { Locale } from '../../generated/graphql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { languageNames, languages, localeNameOf } from '../../texts/language'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { SettingDialog } from './setting-dialog'

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
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(SET_NETWORK_LOCALE)
  const [chosen, setChosen] = useState<string>(current ?? '')
  const set = async (locale: Locale | null) =>
    (await run({ networkId: network.id, locale }))?.__typename === 'SecuritySettingChanged'
  const save = async () => {
    if (!(await set(chosen === '' ? null : (chosen as Locale)))) return
    toast(t.saved, () => set(current))
    onClose()
  }
  return (
    <SettingDialog
      title={t.language}
      line={t.languageLine}
      label={t.language}
      value={chosen}
      options={[
        { value: '', label: t.languageNone },
        ...languages.map((one) => ({ value: localeNameOf(one), label: languageNames[one] })),
      ]}
      onChoose={setChosen}
      onClose={onClose}
      onSave={() => void save()}
      isBusy={isBusy}
      failure={failure}
    />
  )
}
