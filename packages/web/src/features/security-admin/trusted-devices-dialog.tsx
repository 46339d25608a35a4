import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Select } from '../../ui/select'
import { toast } from '../../ui/toast'

const SET_TRUSTED_DEVICE_DAYS = graphql(`
  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!) {
    setTrustedDeviceDays(networkId: $networkId, days: $days) {
      ... on SecuritySettingChanged {
        security {
          ...SecurityFields
        }
      }
      ... on InvalidInput {
        fields {
          field
        }
      }
    }
  }
`)

const CHOICES = [0, 1, 7, 14, 30]

export function TrustedDevicesDialog({ current, onClose }: { current: number; onClose: () => void }) {
  const texts = useTexts('security')
  const t = texts.settings
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(SET_TRUSTED_DEVICE_DAYS)
  const [days, setDays] = useState(current)
  const save = async () => {
    const answer = (await run({ networkId: network.id, days }))?.setTrustedDeviceDays
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved)
    onClose()
  }
  const options = [...new Set([...CHOICES, current])].sort((one, other) => one - other)
  return (
    <FormDialog
      title={t.devices}
      onClose={onClose}
      act={t.save}
      onAct={() => void save()}
      cancel={t.cancel}
      isBusy={isBusy}
      trouble={trouble}
    >
      <Select
        label={t.devicesField}
        value={String(days)}
        options={options.map((count) => ({
          value: String(count),
          label: count === 0 ? t.never : texts.planner.days({ count }),
        }))}
        onChange={(value) => setDays(Number(value))}
      />
    </FormDialog>
  )
}
