import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Dialog } from '../../ui/dialog'
import { INTEGRATIONS } from './integrations-documents'
import { OnceOnly } from './once-only'
import { WebhookFormDialog, type WebhookInput } from './webhook-form-dialog'

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
