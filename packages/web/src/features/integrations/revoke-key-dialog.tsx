import { useApolloClient } from '@apollo/client/react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
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
    <Dialog title={t.revokeTitle(apiKey.name)} onClose={onClose}>
      <p className="mb-4">{t.revokeLine}</p>
      <TroubleCallout trouble={trouble} />
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button kind="danger" isInert={isBusy} onClick={() => void revoke()}>
          {t.revoke}
        </Button>
      </div>
    </Dialog>
  )
}
