import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useTexts } from '../../texts/use-texts'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { toast } from '../../ui/toast'
import { ACCOUNT } from './account-documents'
import { useRemovalProblem } from './use-removal-problem'

const TURN_OFF_TWO_FACTOR = graphql(`
  mutation TurnOffTwoFactor {
    turnOffTwoFactor {
      ... on FactorRemoved {
        viewer {
          id
          twoFactor {
            ...TwoFactorFields
          }
        }
      }
      ... on TwoFactorMandatory {
        networks {
          id
          name
        }
      }
    }
  }
`)

export function TurnOffRow({ mandatoryIn }: { mandatoryIn: readonly { name: string }[] }) {
  const t = useTexts('account').twoFactor
  const { run, ...act } = useAct(TURN_OFF_TWO_FACTOR, { refetch: [ACCOUNT] })
  const problemOf = useRemovalProblem()
  if (mandatoryIn.length > 0) return <Row title={t.turnOff}>{problemOf({ networks: mandatoryIn })}</Row>
  const turnOff = async (close: () => void) => {
    const answer = await run()
    if (answer?.__typename !== 'FactorRemoved') return answer && problemOf(answer)
    toast(t.turnedOff)
    close()
    return undefined
  }
  return (
    <Row
      title={t.turnOff}
      action={
        <DialogButton
          kind="danger"
          aria-label={t.turnOff}
          dialog={(close) => (
            <LossDialog
              {...act}
              title={t.turnOffTitle}
              consequence={t.turnOffConsequence}
              button={t.turnOffButton}
              keep={t.keep}
              act={() => turnOff(close)}
              onClose={close}
            />
          )}
        >
          {t.turnOffButton}
        </DialogButton>
      }
    />
  )
}
