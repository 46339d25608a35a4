import { useQuery } from '@apollo/client/react'
import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { failureOf } from '../../api/failure'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/own-time-zone'
import { toast } from '../../ui/toast'
import { sessionLimitOf } from './duration'
import { SettingDialog, SettingNotice } from './setting-dialog'

const PREVIEW = graphql(`
  query SessionLimitPreview($slug: String!, $hours: Int, $idleHours: Int, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        previewSessionLimit(hours: $hours, idleHours: $idleHours, graceHours: $graceHours) {
          isNoticeNeeded
          mailed
          deadline
        }
      }
    }
  }
`)

const SET_SESSION_LIMIT = graphql(`
  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!, $timeZone: String) {
    setSessionLimit(
      networkId: $networkId
      hours: $hours
      idleHours: $idleHours
      graceHours: $graceHours
      timeZone: $timeZone
    ) {
      ...ChangedSetting
      ...InvalidFields
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
  const { run, isBusy, failure } = useAct(SET_SESSION_LIMIT)
  const [chosen, setChosen] = useState(keyOf(current))
  const offered = [null, preset, workday, week]
  const choices = offered.some((each) => keyOf(each) === keyOf(current)) ? offered : [...offered, current]
  const [graceHours, setGraceHours] = useState(168)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const limit = choices.find((each) => keyOf(each) === chosen)
  const terms = { hours: limit?.hours ?? null, idleHours: limit?.idleHours ?? null, graceHours }
  const { data, error } = useQuery(PREVIEW, { variables: { slug: network.slug, ...terms } })
  const save = async () => {
    const answer = await run({ networkId: network.id, ...terms, timeZone: ownTimeZone() })
    setProblem(textOf(answer))
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved)
    onClose()
  }
  return (
    <SettingDialog
      title={t.sessions}
      line={t.sessionsLine}
      label={t.sessionsField}
      value={chosen}
      options={choices.map((limit) => ({
        value: keyOf(limit),
        label: limit ? sessionLimitOf(limit, texts) : t.sessionsOff,
      }))}
      onChoose={setChosen}
      onClose={onClose}
      onSave={() => void save()}
      isBusy={isBusy || !data}
      failure={failure ?? (error ? failureOf(error) : null)}
      problem={problem}
    >
      <SettingNotice
        preview={data?.network?.security.previewSessionLimit}
        graceHours={graceHours}
        onChange={setGraceHours}
      />
    </SettingDialog>
  )
}
