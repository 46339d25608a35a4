import { webhookEventTypes } from '@twinlock/shared/webhook-event-types'
import { useState } from 'react'
import type { Failure } from '../../api/failure'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Checkbox } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import type { FieldProblems } from '../../ui/form'
import { toast } from '../../ui/toast'
import { type Hook, INTEGRATIONS } from './integrations-documents'
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

/** Asks where to and what; then shows the secret, once. */
export function WebhookDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const t = useTexts('integrations').webhooks
  const { run, isBusy, failure } = useAct(CREATE_WEBHOOK, { refetch: [INTEGRATIONS] })
  const { problems, refuse } = useFieldProblems()
  const { textOf } = useRefusals()
  const [secret, setSecret] = useState<string | null>(null)

  const create = async (input: WebhookInput) => {
    const answer = await run({ input: { networkId, ...input } })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'TooManyWebhooks') refuse({ url: textOf(answer) ?? '' })
    if (answer?.__typename !== 'WebhookCreated') return
    setSecret(answer.secret)
  }
  if (secret) {
    return (
      <Dialog title={t.secretTitle} onClose={onClose}>
        <OnceOnly secret={secret} copyLabel={t.copySecret} onDone={onClose} />
      </Dialog>
    )
  }
  return (
    <WebhookFormDialog
      title={t.create}
      submit={t.create}
      isBusy={isBusy}
      problems={problems}
      failure={failure}
      onSubmit={(input) => void create(input)}
      onClose={onClose}
    />
  )
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

type WebhookInput = { url: string; eventTypes: string[] }

type Props = {
  title: string
  submit: string
  before?: { url: string; eventTypes: readonly string[] }
  isBusy: boolean
  problems: FieldProblems | null
  failure: Failure | null
  onSubmit: (input: WebhookInput) => void
  onClose: () => void
}

/** Where to, and what. */
function WebhookFormDialog({ title, submit, before, isBusy, problems, failure, onSubmit, onClose }: Props) {
  const texts = useTexts('integrations')
  const t = texts.webhooks
  const [isEverything, setEverything] = useState(!before || before.eventTypes.length === 0)
  const [types, setTypes] = useState<readonly string[]>(before?.eventTypes ?? [])
  const send = ({ url = '' }: Record<string, string>) => {
    onSubmit({ url, eventTypes: isEverything ? [] : [...types] })
  }
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      act={submit}
      onAct={send}
      isBusy={isBusy || (!isEverything && types.length === 0)}
      failure={failure}
      problems={problems}
    >
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
        {isEverything
          ? null
          : webhookEventTypes
              .filter((type) => type !== 'webhook.test')
              .map((type) => (
                <Checkbox
                  key={type}
                  label={type}
                  checked={types.includes(type)}
                  onChange={({ target }) =>
                    setTypes(target.checked ? [...types, type] : types.filter((other) => other !== type))
                  }
                />
              ))}
      </fieldset>
    </FormDialog>
  )
}
