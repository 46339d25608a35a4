import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { SettingDialog } from './setting-dialog'

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
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(SET_LOG_RETENTION)
  const [chosen, setChosen] = useState(String(current ?? ''))
  const choices = offered.includes(current) ? offered : [...offered, current]
  const set = async (days: number | null) =>
    (await run({ networkId: network.id, days }))?.__typename === 'SecuritySettingChanged'
  const save = async () => {
    const days = chosen ? Number(chosen) : null
    if (!(await set(days))) return
    // A shorter time has deleted older entries, which no undo brings back.
    const isLonger = current !== null && (days === null || days > current)
    toast(t.saved, isLonger ? () => set(current) : null)
    onClose()
  }
  return (
    <SettingDialog
      title={t.log}
      line={t.logLine}
      label={t.logField}
      value={chosen}
      options={choices.map((days) => ({
        value: String(days ?? ''),
        label: days ? t.logDays({ days }) : t.logForGood,
      }))}
      onChoose={setChosen}
      onClose={onClose}
      onSave={() => void save()}
      isBusy={isBusy}
      failure={failure}
    />
  )
}
