import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, ButtonLink } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'

const DELETE_NETWORK = graphql(`
  mutation DeleteNetwork($input: DeleteNetworkInput!) {
    deleteNetwork(input: $input) {
      ... on NetworkDeletionScheduled {
        at
      }
      ...InvalidFields
    }
  }
`)

const CANCEL_NETWORK_DELETION = graphql(`
  mutation CancelNetworkDeletion($networkId: ID!) {
    cancelNetworkDeletion(networkId: $networkId)
  }
`)

/** For owners: handing the network over, and its end. */
export function NetworkEndSection() {
  const t = useTexts('security').end
  const moments = useMoments()
  const { id, slug, deletionAt } = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(CANCEL_NETWORK_DELETION, { refetch: 'active' })
  const keep = async () => {
    if (!(await run({ networkId: id }))) return
    toast(t.kept)
  }
  return (
    <Section title={t.title} id="end">
      <Row title={t.transfer} action={<ButtonLink to={`/networks/${slug}/people`}>{t.transferButton}</ButtonLink>}>
        {t.transferLine}
      </Row>
      {deletionAt ? (
        <Row
          title={t.scheduled({ moment: moments.full(deletionAt) })}
          action={
            <Button kind="primary" isInert={isBusy} onClick={() => void keep()}>
              {t.keepButton}
            </Button>
          }
        >
          {t.scheduledLine}
          <FailureCallout failure={failure} />
        </Row>
      ) : (
        <Row
          title={t.delete}
          action={
            <DialogButton kind="danger" dialog={(close) => <DeleteNetworkDialog onClose={close} />}>
              {t.deleteButton}
            </DialogButton>
          }
        >
          {t.deleteLine}
        </Row>
      )}
    </Section>
  )
}

function DeleteNetworkDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('security').end
  const moments = useMoments()
  const { id, slug, name } = useOpenedNetwork()
  const { change, problem, ...dialog } = useChange(DELETE_NETWORK, {
    onClose,
    done: 'NetworkDeletionScheduled',
    refusalOf: ({ __typename }) => (__typename === 'InvalidInput' ? t.mistyped({ slug }) : undefined),
    refetch: 'active',
  })
  const keeping = useAct(CANCEL_NETWORK_DELETION, { refetch: 'active' })
  const remove = (typed: string) =>
    change(
      { input: { networkId: id, slug: typed } },
      ({ at }) => t.deleted({ network: name, moment: moments.full(at) }),
      async () => (await keeping.run({ networkId: id })) === true,
    )
  return (
    <FormDialog
      {...dialog}
      title={t.deleteTitle({ network: name })}
      submitLabel={t.deleteAct}
      onSubmit={({ slug: typed = '' }) => remove(typed)}
      kind="danger"
      refusal={problem}
    >
      <ul className="list-disc space-y-1 ps-5">
        {t.deleteFacts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p>
        {/* A file of the server, not a page of the app. */}
        <a className="link" href={`/networks/${slug}/audit.csv`} download>
          {t.download}
        </a>
      </p>
      <Field name="slug" label={t.type({ slug })} error={problem} />
    </FormDialog>
  )
}
