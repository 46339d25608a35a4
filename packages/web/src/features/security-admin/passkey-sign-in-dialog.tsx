import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { failureOf } from '../../api/failure'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/own-time-zone'
import { toast } from '../../ui/toast'
import { SettingNotice } from './setting-dialog'

const PREVIEW = graphql(`
  query PasskeySignInPreview($slug: String!, $isAllowed: Boolean!, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        previewPasskeySignIn(isAllowed: $isAllowed, graceHours: $graceHours) {
          isNoticeNeeded
          mailed
          deadline
        }
      }
    }
  }
`)

const SET_PASSKEY_SIGN_IN = graphql(`
  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!, $graceHours: Int!, $timeZone: String) {
    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: $timeZone) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)

/** Requires the password beside a passkey, or allows passkeys alone again. */
export function PasskeySignInDialog({ isAllowed, onClose }: { isAllowed: boolean; onClose: () => void }) {
  const t = useTexts('security').settings
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(SET_PASSKEY_SIGN_IN)
  const [graceHours, setGraceHours] = useState(168)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const terms = { isAllowed: !isAllowed, graceHours }
  const { data, error } = useQuery(PREVIEW, { variables: { slug: network.slug, ...terms } })
  const save = async () => {
    const answer = await run({ networkId: network.id, ...terms, timeZone: ownTimeZone() })
    setProblem(textOf(answer))
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved)
    onClose()
  }
  return (
    <FormDialog
      title={t.passkeys}
      act={isAllowed ? t.passkeysRefuse : t.passkeysAllow}
      onAct={() => void save()}
      onClose={onClose}
      isBusy={isBusy || !data}
      failure={failure ?? (error ? failureOf(error) : null)}
      problem={problem}
    >
      <p className="text-muted">{isAllowed ? t.passkeysOff : t.passkeysOn}</p>
      <SettingNotice
        preview={data?.network?.security.previewPasskeySignIn}
        graceHours={graceHours}
        onChange={setGraceHours}
      />
    </FormDialog>
  )
}
