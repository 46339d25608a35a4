import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { failureOf } from '../../api/failure'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/own-time-zone'
import { toast } from '../../ui/toast'
import { SettingDialog, SettingNotice } from './setting-dialog'

const PREVIEW = graphql(`
  query TrustedDevicesPreview($slug: String!, $days: Int!, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        previewTrustedDeviceDays(days: $days, graceHours: $graceHours) {
          isNoticeNeeded
          mailed
          deadline
        }
      }
    }
  }
`)

const SET_TRUSTED_DEVICE_DAYS = graphql(`
  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!, $graceHours: Int!, $timeZone: String) {
    setTrustedDeviceDays(networkId: $networkId, days: $days, graceHours: $graceHours, timeZone: $timeZone) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)

const CHOICES = [0, 1, 7, 14, 30]

export function TrustedDevicesDialog({ current, onClose }: { current: number; onClose: () => void }) {
  const texts = useTexts('security')
  const t = texts.settings
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(SET_TRUSTED_DEVICE_DAYS)
  const [days, setDays] = useState(current)
  const [graceHours, setGraceHours] = useState(168)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const { data, error } = useQuery(PREVIEW, { variables: { slug: network.slug, days, graceHours } })
  const save = async () => {
    const answer = await run({ networkId: network.id, days, graceHours, timeZone: ownTimeZone() })
    setProblem(textOf(answer))
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved)
    onClose()
  }
  const options = [...new Set([...CHOICES, current])].sort((one, other) => one - other)
  return (
    <SettingDialog
      title={t.devices}
      label={t.devicesField}
      value={String(days)}
      options={options.map((count) => ({
        value: String(count),
        label: count === 0 ? t.never : texts.planner.days({ count }),
      }))}
      onChoose={(value) => setDays(Number(value))}
      onClose={onClose}
      onSave={() => void save()}
      isBusy={isBusy || !data}
      failure={failure ?? (error ? failureOf(error) : null)}
      problem={problem}
    >
      <SettingNotice
        preview={data?.network?.security.previewTrustedDeviceDays}
        graceHours={graceHours}
        onChange={setGraceHours}
      />
    </SettingDialog>
  )
}
