import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { EmptyState } from '../../ui/empty-state'
import { TextArea } from '../../ui/field'
import { toast } from '../../ui/toast'
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
  const texts = useTexts('integrations')
  const t = texts.returns
  const { run, ...act } = useAct(SET_RETURN_ADDRESSES, { refetch: [INTEGRATIONS] })
  const { problems, refuse } = useFieldProblems()
  const set = (returnAddresses: string[]) => run({ input: { apiKeyId: apiKey.id, returnAddresses } })
  const save = async ({ returnAddresses: typed = '' }: Record<string, string>) => {
    const answer = await set(typed.split(/\s+/).filter(Boolean))
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename !== 'ReturnAddressesSet') return
    toast(t.saved, async () => (await set([...apiKey.returnAddresses]))?.__typename === 'ReturnAddressesSet')
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={apiKey.name}
      onClose={onClose}
      act={t.save}
      onAct={(values) => void save(values)}
      problems={problems}
    >
      <TextArea
        name="returnAddresses"
        label={t.field}
        hint={t.fieldHint}
        defaultValue={apiKey.returnAddresses.join('\n')}
        className="font-mono"
      />
    </FormDialog>
  )
}
