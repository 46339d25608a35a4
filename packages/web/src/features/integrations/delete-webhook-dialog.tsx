import { useApolloClient } from '@apollo/client/react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { type Hook, INTEGRATIONS } from './integrations-documents'

const DELETE_WEBHOOK = graphql(`
  mutation DeleteWebhook($webhookId: ID!) {
    deleteWebhook(webhookId: $webhookId)
  }
`)

export function DeleteWebhookDialog({ webhook, onClose }: { webhook: Hook; onClose: () => void }) {
  const texts = useTexts('integrations')
  const t = texts.webhooks
  const client = useApolloClient()
  const { run, isBusy, trouble } = useAct(DELETE_WEBHOOK)
  const remove = async () => {
    if (!(await run({ webhookId: webhook.id }))) return
    await client.refetchQueries({ include: [INTEGRATIONS] })
    onClose()
  }
  return (
    <Dialog title={t.deleteTitle} onClose={onClose}>
      <p className="mb-2 break-all font-mono text-meta">{webhook.url}</p>
      <p className="mb-4">{t.deleteLine}</p>
      <TroubleCallout trouble={trouble} />
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button kind="danger" isInert={isBusy} onClick={() => void remove()}>
          {t.delete}
        </Button>
      </div>
    </Dialog>
  )
}
