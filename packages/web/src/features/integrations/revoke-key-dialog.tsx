import { useApolloClient } from '@apollo/client/react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { DialogFoot } from '../../steps/dialog-foot'
import { useTexts } from '../../texts/use-texts'
import { Dialog } from '../../ui/dialog'
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
  const { run, isBusy, trouble } = useAct(REVOKE_API_KEY)
  const revoke = async () => {
    if (!(await run({ id: apiKey.id }))) return
    await client.refetchQueries({ include: [INTEGRATIONS] })
    onClose()
  }
  return (
    <Dialog title={t.revokeTitle({ name: apiKey.name })} onClose={onClose}>
      <div className="space-y-4">
        <p>{t.revokeLine}</p>
        <DialogFoot
          cancel={texts.cancel}
          onCancel={onClose}
          act={t.revoke}
          onAct={() => void revoke()}
          kind="danger"
          isBusy={isBusy}
          trouble={trouble}
        />
      </div>
    </Dialog>
  )
}
