import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { DialogFoot } from '../../steps/dialog-foot'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { toast } from '../../ui/toast'

const SET_HELP_CONTACT = graphql(`
  mutation SetHelpContact($networkId: ID!, $helpContact: String) {
    setHelpContact(networkId: $networkId, helpContact: $helpContact) {
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

export function HelpContactDialog({ current, onClose }: { current: string; onClose: () => void }) {
  const t = useTexts('security').settings
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(SET_HELP_CONTACT)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const save = async (text: string) => {
    const answer = (await run({ networkId: network.id, helpContact: text.trim() || null }))?.setHelpContact
    const refusal = textOf(answer)
    if (refusal) return setProblem(refusal)
    if (answer?.__typename !== 'SecuritySettingChanged') return
    toast(t.saved)
    onClose()
  }
  return (
    <Dialog title={t.help} onClose={onClose}>
      <Form onSubmit={({ contact = '' }) => void save(contact)} refusal={problem}>
        <Field
          name="contact"
          label={t.helpField}
          hint={t.helpLine}
          defaultValue={current}
          error={problem}
          autoComplete="off"
        />
        <DialogFoot cancel={t.cancel} onCancel={onClose} act={t.save} isBusy={isBusy} trouble={trouble} />
      </Form>
    </Dialog>
  )
}
