import { webhookEventTypes } from '@twinlock/shared/webhook-event-types'
import { type ComponentProps, useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Checkbox, Checkboxes } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'
import { INTEGRATIONS, type Webhook } from './integrations-documents'
import { OnceOnly } from './once-only'

const CREATE_WEBHOOK = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      ... on WebhookCreated {
        secret
      }
      ...InvalidFields
    }
  }
`)

type WebhookInput = { url: string; eventTypes: string[] }

/** Asks where to and what; then shows the secret, once. */
export function CreateWebhookDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const t = useTexts('integrations').webhooks
  const { change, ...dialog } = useChange(CREATE_WEBHOOK, {
    onClose,
    done: 'WebhookCreated',
    fields,
    refetch: [INTEGRATIONS],
  })
  const [secret, setSecret] = useState<string>()
  if (secret) {
    return (
      <Dialog title={t.secretTitle} onClose={onClose}>
        <OnceOnly secret={secret} copyLabel={t.copySecret} onDone={onClose} />
      </Dialog>
    )
  }
  const create = async (input: WebhookInput) => setSecret((await change({ input: { networkId, ...input } }))?.secret)
  return <WebhookFormDialog {...dialog} title={t.create} submitLabel={t.create} onSubmit={create} />
}

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
export function ChangeWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts('integrations').webhooks
  const { change, ...dialog } = useChange(CHANGE_WEBHOOK, {
    onClose,
    done: 'WebhookChanged',
    fields,
    refetch: [INTEGRATIONS],
  })
  const { id: webhookId, url, eventTypes } = webhook
  const before = { webhookId, url, eventTypes }
  const save = (input: WebhookInput) => change({ input: { webhookId, ...input } }, t.changed, { input: before })
  return <WebhookFormDialog {...dialog} title={t.changeTitle} submitLabel={t.save} before={before} onSubmit={save} />
}

const DELETE_WEBHOOK = graphql(`
  mutation DeleteWebhook($webhookId: ID!) {
    deleteWebhook(webhookId: $webhookId)
  }
`)

export function DeleteWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts('integrations').webhooks
  const { change, ...dialog } = useChange(DELETE_WEBHOOK, { onClose, refetch: [INTEGRATIONS] })
  return (
    <FormDialog
      {...dialog}
      title={t.deleteTitle}
      submitLabel={t.deleteButton}
      onSubmit={() => change({ webhookId: webhook.id }, t.deleted)}
      kind="danger"
    >
      <p className="break-all font-mono text-meta">{webhook.url}</p>
      <p>{t.deleteLine}</p>
    </FormDialog>
  )
}

const ROTATE_WEBHOOK_SECRET = graphql(`
  mutation RotateWebhookSecret($webhookId: ID!) {
    rotateWebhookSecret(webhookId: $webhookId) {
      secret
      webhook {
        ...WebhookFields
      }
    }
  }
`)

export function RotateSecretDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const texts = useTexts('integrations')
  const t = texts.webhooks
  const moments = useMoments()
  const { run, ...mutation } = useAct(ROTATE_WEBHOOK_SECRET)
  const [rotated, setRotated] = useState<{ secret: string; until: string | null } | null>(null)
  const rotate = async () => {
    const answer = await run({ webhookId: webhook.id })
    if (!answer) return
    setRotated({ secret: answer.secret, until: answer.webhook.previousSecretUntil })
    toast(t.rotated)
  }
  if (rotated) {
    return (
      <Dialog title={t.secretTitle} onClose={onClose}>
        <OnceOnly secret={rotated.secret} copyLabel={t.copySecret} onDone={onClose}>
          {rotated.until ? <p className="text-muted">{t.bothUntil({ moment: moments.full(rotated.until) })}</p> : null}
        </OnceOnly>
      </Dialog>
    )
  }
  return (
    <FormDialog
      {...mutation}
      title={t.rotateTitle}
      onClose={onClose}
      submitLabel={t.rotate}
      onSubmit={() => void rotate()}
    >
      <p>{t.rotateLine}</p>
    </FormDialog>
  )
}

const fields = ['url']
const offered = webhookEventTypes
  .filter((type) => type !== 'webhook.test')
  .map((type) => ({ value: type, label: type }))

type Props = Omit<ComponentProps<typeof FormDialog>, 'onSubmit' | 'children'> & {
  before?: WebhookInput
  onSubmit: (input: WebhookInput) => unknown
}

/** Where to, and what. */
function WebhookFormDialog({ before, onSubmit, isBusy, ...dialog }: Props) {
  const t = useTexts('integrations').webhooks
  const [isEverything, setEverything] = useState(!before || before.eventTypes.length === 0)
  const [types, setTypes] = useState(before?.eventTypes ?? [])
  const send = ({ url = '' }: Record<string, string>) => {
    onSubmit({ url, eventTypes: isEverything ? [] : [...types] })
  }
  return (
    <FormDialog {...dialog} onSubmit={send} isBusy={isBusy || (!isEverything && types.length === 0)}>
      <Field
        name="url"
        type="url"
        inputMode="url"
        label={t.url}
        hint={t.urlHint}
        placeholder="https://app.example.com/hooks"
        defaultValue={before?.url}
      />
      <fieldset>
        <legend className="font-semibold">{t.events}</legend>
        <Checkbox
          label={t.everything}
          checked={isEverything}
          onChange={({ target }) => setEverything(target.checked)}
        />
        {isEverything ? null : <Checkboxes options={offered} chosen={types} onChange={setTypes} />}
      </fieldset>
    </FormDialog>
  )
}
