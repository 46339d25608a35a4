import { useApolloClient } from '@apollo/client/react'
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
  const client = useApolloClient()
  const { run, isBusy, failure } = useAct(REVOKE_API_KEY)
  const revoke = async () => {
    if (!(await run({ id: apiKey.id }))) return
    toast(t.revoked({ name: apiKey.name }))
    await client.refetchQueries({ include: [INTEGRATIONS] })
    onClose()
  }
  return (
    <FormDialog
      title={t.revokeTitle({ name: apiKey.name })}
      onClose={onClose}
      act={t.revokeButton}
      onAct={() => void revoke()}
      kind="danger"
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t.revokeLine}</p>
    </FormDialog>
  )
}
