import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { type Hook, INTEGRATIONS } from './integrations-documents'
import { WebhookFormDialog, type WebhookInput } from './webhook-form-dialog'

const CHANGE_WEBHOOK = graphql(`
  mutation ChangeWebhook($input: ChangeWebhookInput!) {
    changeWebhook(input: $input) {
      ... on WebhookChanged {
        webhook {
          ...WebhookFields
        }
      }
      ...InvalidFields
    }
  }
`)

/** Another address, or other events; its secret stays. */
export function ChangeWebhookDialog({ webhook, onClose }: { webhook: Hook; onClose: () => void }) {
  const t = useTexts('integrations').webhooks
  const { run, isBusy, failure } = useAct(CHANGE_WEBHOOK, { refetch: [INTEGRATIONS] })
  const { problems, refuse } = useFieldProblems()
  const set = (input: WebhookInput) => run({ input: { webhookId: webhook.id, ...input } })
  const change = async (input: WebhookInput) => {
    const answer = await set(input)
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename !== 'WebhookChanged') return
    const before = { url: webhook.url, eventTypes: [...webhook.eventTypes] }
    toast(t.changed, async () => (await set(before))?.__typename === 'WebhookChanged')
    onClose()
  }
  return (
    <WebhookFormDialog
      title={t.changeTitle}
      submit={t.save}
      before={webhook}
      isBusy={isBusy}
      problems={problems}
      failure={failure}
      onSubmit={(input) => void change(input)}
      onClose={onClose}
    />
  )
}
