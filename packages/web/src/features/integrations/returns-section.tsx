import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { EmptyState } from '../../ui/empty-state'
import { TextArea } from '../../ui/field'
import { INTEGRATIONS, type Key } from './integrations-documents'

/** The return addresses of each key that may ask members to confirm something. */
export function ReturnsSection({ keys }: { keys: readonly Key[] }) {
  const t = useTexts('integrations').returns
  const asking = keys.filter(({ scopes, state }) => state !== 'REVOKED' && scopes.includes('verifications:write'))
  return (
    <Section id="returns" title={t.title} intro={t.line}>
      {asking.length === 0 ? (
        <div>
          <EmptyState title={t.emptyTitle}>{t.empty}</EmptyState>
        </div>
      ) : null}
      {asking.map((key) => (
        <Row
          key={key.id}
          title={key.name}
          action={
            <DialogButton
              aria-label={t.editNamed({ name: key.name })}
              dialog={(close) => <ReturnsDialog apiKey={key} onClose={close} />}
            >
              {t.edit}
            </DialogButton>
          }
        >
          {key.returnAddresses.length === 0 ? <p>{t.none}</p> : null}
          {key.returnAddresses.map((address) => (
            <p key={address} className="break-all font-mono">
              {address}
            </p>
          ))}
        </Row>
      ))}
    </Section>
  )
}

const SET_RETURN_ADDRESSES = graphql(`
  mutation SetReturnAddresses($input: SetReturnAddressesInput!) {
    setReturnAddresses(input: $input) {
      ... on ReturnAddressesSet {
        apiKey {
          ...ApiKeyFields
        }
      }
      ...InvalidFields
    }
  }
`)

function ReturnsDialog({ apiKey, onClose }: { apiKey: Key; onClose: () => void }) {
  const t = useTexts('integrations').returns
  const { id: apiKeyId, returnAddresses: before } = apiKey
  const { change, ...dialog } = useChange(SET_RETURN_ADDRESSES, {
    onClose,
    done: 'ReturnAddressesSet',
    fields: ['returnAddresses'],
    refetch: [INTEGRATIONS],
  })
  const save = (typed: string) => {
    const returnAddresses = typed.split(/\s+/).filter(Boolean)
    void change({ input: { apiKeyId, returnAddresses } }, t.saved, { input: { apiKeyId, returnAddresses: before } })
  }
  return (
    <FormDialog
      {...dialog}
      title={apiKey.name}
      submitLabel={t.save}
      onSubmit={({ returnAddresses = '' }) => save(returnAddresses)}
    >
      <TextArea
        name="returnAddresses"
        label={t.field}
        hint={t.fieldHint}
        defaultValue={before.join('\n')}
        className="font-mono"
      />
    </FormDialog>
  )
}
