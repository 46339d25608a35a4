import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { announce } from '../../ui/live-region'

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
    announce(t.done)
    onClose()
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="space-y-5">
        <p>{t.line}</p>
        <TroubleCallout trouble={trouble} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="danger" isInert={isBusy} onClick={() => void deactivate()}>
            {t.button}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
