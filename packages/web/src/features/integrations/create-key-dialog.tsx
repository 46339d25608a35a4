import { type ApiKeyScope, apiKeyScopes } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Checkboxes } from '../../ui/checkbox'
import { CodeSample } from '../../ui/code-sample'
import { Dialog } from '../../ui/dialog'
import { Field, FieldError } from '../../ui/field'
import { Select } from '../../ui/select'
import { curlOf, WHO_AM_I } from './curl'
import { INTEGRATIONS } from './integrations-documents'
import { OnceOnly } from './once-only'

const CREATE_API_KEY = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      ... on ApiKeyCreated {
        token
      }
      ...InvalidFields
    }
  }
`)

const LIFETIMES = [30, 90, 180, 365]

/** Asks what the key is for and may do; then shows it, once. */
export function CreateKeyDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const t = useTexts('integrations').keys
  const { change, ...dialog } = useChange(CREATE_API_KEY, {
    onClose,
    done: 'ApiKeyCreated',
    fields: ['name', 'scopes', 'allowedAddresses'],
    refetch: [INTEGRATIONS],
  })
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>(['network:read', 'members:read'])
  const [days, setDays] = useState('90')
  const [token, setToken] = useState<string>()

  const create = async ({ name = '', allowedAddresses = '' }: Record<string, string>) => {
    const input = {
      networkId,
      name,
      scopes: [...scopes],
      expiresInDays: Number(days),
      allowedAddresses: allowedAddresses.split(/[\s,]+/).filter(Boolean),
    }
    setToken((await change({ input }))?.token)
  }
  if (token) {
    return (
      <Dialog title={t.madeTitle} onClose={onClose}>
        <OnceOnly secret={token} copyLabel={t.copy} onDone={onClose}>
          <CodeSample
            caption={t.tryIt}
            code={curlOf(window.location.origin, WHO_AM_I, token)}
            copyLabel={t.copyCommand}
          />
        </OnceOnly>
      </Dialog>
    )
  }
  return (
    <FormDialog {...dialog} title={t.create} submitLabel={t.create} onSubmit={create}>
      <Field name="name" label={t.name} hint={t.nameHint} />
      <fieldset>
        <legend className="font-semibold">{t.scopes}</legend>
        <Checkboxes
          options={apiKeyScopes.map((scope) => ({ value: scope, label: t.scopeNames[scope], hint: scope }))}
          chosen={scopes}
          onChange={setScopes}
        />
        <FieldError id="scopes-error" error={dialog.problems?.scopes} />
      </fieldset>
      <Select
        label={t.lifetime}
        value={days}
        onChange={setDays}
        options={LIFETIMES.map((count) => ({ value: String(count), label: t.days({ days: count }) }))}
      />
      <Field name="allowedAddresses" label={t.addresses} hint={t.addressesHint} />
    </FormDialog>
  )
}
