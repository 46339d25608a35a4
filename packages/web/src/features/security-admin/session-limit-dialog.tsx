import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Select } from '../../ui/select'
import { toast } from '../../ui/toast'
import { sessionLimitOf } from './duration'

const SET_SESSION_LIMIT = graphql(`
  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int) {
    setSessionLimit(networkId: $networkId, hours: $hours, idleHours: $idleHours) {
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

export type SessionLimit = { hours: number; idleHours: number }

const preset: SessionLimit = { hours: limits.networkSessionHours.preset, idleHours: limits.networkIdleHours.preset }
const workday: SessionLimit = { hours: 12, idleHours: 4 }
const week: SessionLimit = { hours: 7 * 24, idleHours: 24 }
const keyOf = (limit: SessionLimit | null) => (limit ? `${limit.hours}/${limit.idleHours}` : '')

export function SessionLimitDialog({ current, onClose }: { current: SessionLimit | null; onClose: () => void }) {
  const texts = useTexts('security')
  const t = texts.settings
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(SET_SESSION_LIMIT)
  const [chosen, setChosen] = useState(keyOf(current))
  const offered = [null, preset, workday, week]
  const choices = offered.some((each) => keyOf(each) === keyOf(current)) ? offered : [...offered, current]
  const save = async () => {
    const limit = choices.find((each) => keyOf(each) === chosen)
    const terms = { hours: limit?.hours ?? null, idleHours: limit?.idleHours ?? null }
    const answer = (await run({ networkId: network.id, ...terms }))?.setSessionLimit
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved)
    onClose()
  }
  return (
    <FormDialog
      title={t.sessions}
      onClose={onClose}
      act={t.save}
      onAct={() => void save()}
      cancel={t.cancel}
      isBusy={isBusy}
      trouble={trouble}
    >
      <p className="text-muted">{t.sessionsLine}</p>
      <Select
        label={t.sessionsField}
        value={chosen}
        options={choices.map((limit) => ({
          value: keyOf(limit),
          label: limit ? sessionLimitOf(limit, texts) : t.sessionsOff,
        }))}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
