import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { DialogFoot } from '../../steps/dialog-foot'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Dialog } from '../../ui/dialog'
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
  const { run, isBusy, trouble } = useAct(DEACTIVATE)
  const deactivate = async () => {
    if (!(await run({ networkId: network.id }))) return
    toast(t.done)
    onClose()
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="space-y-5">
        <p>{t.line}</p>
        <DialogFoot
          cancel={t.cancel}
          onCancel={onClose}
          act={t.button}
          onAct={() => void deactivate()}
          kind="danger"
          isBusy={isBusy}
          trouble={trouble}
        />
      </div>
    </Dialog>
  )
}
