import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { type Hook, INTEGRATIONS } from './integrations-documents'

const DELETE_WEBHOOK = graphql(`
  mutation DeleteWebhook($webhookId: ID!) {
    deleteWebhook(webhookId: $webhookId)
  }
`)

export function DeleteWebhookDialog({ webhook, onClose }: { webhook: Hook; onClose: () => void }) {
  const texts = useTexts('integrations')
  const t = texts.webhooks
  const { run, ...act } = useAct(DELETE_WEBHOOK, { refetch: [INTEGRATIONS] })
  const remove = async () => {
    if (!(await run({ webhookId: webhook.id }))) return
    toast(t.deleted)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.deleteTitle}
      onClose={onClose}
      act={t.deleteButton}
      onAct={() => void remove()}
      kind="danger"
    >
      <p className="break-all font-mono text-meta">{webhook.url}</p>
      <p>{t.deleteLine}</p>
    </FormDialog>
  )
}
