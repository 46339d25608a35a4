import { webhookEventTypes } from '@twinlock/shared/webhook-event-types'
import { useState } from 'react'
import type { Failure } from '../../api/failure'
import { FormDialog } from '../../steps/form-dialog'
import type { FieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { Checkbox } from '../../ui/checkbox'
import { Field } from '../../ui/field'

export type WebhookInput = { url: string; eventTypes: string[] }

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
export function WebhookFormDialog({ title, submit, before, isBusy, problems, failure, onSubmit, onClose }: Props) {
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
      refusal={problems}
    >
      <Field
        name="url"
        type="url"
        inputMode="url"
        label={t.url}
        hint={t.urlHint}
        autoComplete="off"
        placeholder="https://app.example.com/hooks"
        defaultValue={before?.url}
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
    </FormDialog>
  )
}
