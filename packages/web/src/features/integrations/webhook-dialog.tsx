import { useApolloClient } from '@apollo/client/react'
import { type WebhookEventType, webhookEventTypes } from '@twinlock/shared/webhook-event-types'
import { useState } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { INTEGRATIONS } from './integrations-documents'
import { OnceOnly } from './once-only'

const CREATE_WEBHOOK = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      ... on WebhookCreated {
        secret
      }
      ... on InvalidInput {
        fields {
          field
          message
        }
      }
      ... on TooManyWebhooks {
        message
      }
    }
  }
`)

/** Asks where to and what; then shows the secret, once. */
export function WebhookDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const texts = useTexts('integrations')
  const t = texts.webhooks
  const client = useApolloClient()
  const { run, isBusy, trouble } = useAct(CREATE_WEBHOOK)
  const { problems, refuse } = useFieldProblems()
  const [isEverything, setEverything] = useState(true)
  const [types, setTypes] = useState<readonly WebhookEventType[]>([])
  const [secret, setSecret] = useState<string | null>(null)

  const create = async ({ url = '' }: Record<string, string>) => {
    if (isBusy) return
    const input = { networkId, url, eventTypes: isEverything ? [] : [...types] }
    const answer = (await run({ input }))?.createWebhook
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'TooManyWebhooks') refuse({ url: answer.message })
    if (answer?.__typename !== 'WebhookCreated') return
    setSecret(answer.secret)
    await client.refetchQueries({ include: [INTEGRATIONS] })
  }
  if (secret) {
    return (
      <Dialog title={t.secretTitle} onClose={onClose}>
        <OnceOnly secret={secret} copyLabel={t.copySecret} onDone={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t.create} onClose={onClose}>
      <Form onSubmit={(values) => void create(values)} refusal={problems}>
        <Field
          name="url"
          type="url"
          inputMode="url"
          label={t.url}
          hint={t.urlHint}
          autoComplete="off"
          placeholder="https://app.example.com/hooks"
          error={problems?.url}
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
        <TroubleCallout trouble={trouble} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" kind="primary" isInert={isBusy || (!isEverything && types.length === 0)}>
            {t.create}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
