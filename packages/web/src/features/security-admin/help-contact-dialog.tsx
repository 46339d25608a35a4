import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'

const SET_HELP_CONTACT = graphql(`
  mutation SetHelpContact($networkId: ID!, $helpContact: String) {
    setHelpContact(networkId: $networkId, helpContact: $helpContact) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)

export function HelpContactDialog({ current, onClose }: { current: string; onClose: () => void }) {
  const t = useTexts('security').settings
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(SET_HELP_CONTACT)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const set = async (text: string) => await run({ networkId: network.id, helpContact: text.trim() || null })
  const save = async (text: string) => {
    const answer = await set(text)
    const refusal = textOf(answer)
    if (refusal) return setProblem(refusal)
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved, async () => (await set(current))?.__typename === 'SecuritySettingChanged')
    onClose()
  }
  return (
    <FormDialog
      title={t.help}
      onClose={onClose}
      act={t.save}
      onAct={({ contact = '' }) => void save(contact)}
      isBusy={isBusy}
      failure={failure}
      refusal={problem}
    >
      <Field
        name="contact"
        label={t.helpField}
        hint={t.helpLine}
        defaultValue={current}
        error={problem}
        autoComplete="off"
      />
    </FormDialog>
  )
}
