import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { INTEGRATIONS, type Key } from './integrations-documents'

const REVOKE_API_KEY = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      ...ApiKeyFields
    }
  }
`)

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: Key; onClose: () => void }) {
  const texts = useTexts('integrations')
  const t = texts.keys
  const { run, ...act } = useAct(REVOKE_API_KEY, { refetch: [INTEGRATIONS] })
  const revoke = async () => {
    if (!(await run({ id: apiKey.id }))) return
    toast(t.revoked({ name: apiKey.name }))
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.revokeTitle({ name: apiKey.name })}
      onClose={onClose}
      act={t.revokeButton}
      onAct={() => void revoke()}
      kind="danger"
    >
      <p>{t.revokeLine}</p>
    </FormDialog>
  )
}
