import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { toast } from '../../ui/toast'
import { DeleteAccountDialog } from './delete-account-dialog'

const REQUEST_DATA_EXPORT = graphql(`
  mutation RequestDataExport {
    requestDataExport
  }
`)

/** What a person may take along, and the end of the account. */
export function DataSection({ email }: { email: string }) {
  const t = useTexts('account').data
  const { run, isBusy, failure } = useAct(REQUEST_DATA_EXPORT)
  const request = async () => {
    if (await run()) toast(t.exportSent({ email }))
  }
  return (
    <Section title={t.title} id="data">
      <Row
        title={t.export}
        action={
          <Button isInert={isBusy} onClick={() => void request()}>
            {t.exportButton}
          </Button>
        }
      >
        {t.exportLine}
        <FailureCallout failure={failure} />
      </Row>
      <Row
        title={t.delete}
        action={
          <DialogButton kind="danger" dialog={(close) => <DeleteAccountDialog onClose={close} />}>
            {t.deleteButton}
          </DialogButton>
        }
      >
        {t.deleteLine}
      </Row>
    </Section>
  )
}
