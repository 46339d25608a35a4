import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'

const DEACTIVATE = graphql(`
  mutation DeactivateMandatoryTwoFactor($networkId: ID!) {
    deactivateMandatoryTwoFactor(networkId: $networkId) {
      ... on MandateDeactivated {
        security {
          ...SecurityFields
        }
      }
    }
  }
`)

export function DeactivateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('security').deactivate
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(DEACTIVATE)
  const deactivate = async () => {
    if (!(await run({ networkId: network.id }))) return
    toast(t.done)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.title}
      onClose={onClose}
      act={t.button}
      onAct={() => void deactivate()}
      cancel={t.cancel}
      kind="danger"
    >
      <p>{t.line}</p>
    </FormDialog>
  )
}
