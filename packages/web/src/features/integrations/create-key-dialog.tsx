import { type ApiKeyScope, apiKeyScopes } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Checkbox } from '../../ui/checkbox'
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
  const texts = useTexts('integrations')
  const t = texts.keys
  const { run, ...act } = useAct(CREATE_API_KEY, { refetch: [INTEGRATIONS] })
  const { problems, refuse } = useFieldProblems()
  const { textOf } = useRefusals()
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>(['network:read', 'members:read'])
  const [days, setDays] = useState('90')
  const [token, setToken] = useState<string | null>(null)

  const create = async ({ name = '', allowedAddresses = '' }: Record<string, string>) => {
    const input = {
      networkId,
      name,
      scopes: [...scopes],
      expiresInDays: Number(days),
      allowedAddresses: allowedAddresses.split(/[\s,]+/).filter(Boolean),
    }
    const answer = await run({ input })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'TooManyApiKeys') refuse({ name: textOf(answer) ?? '' })
    if (answer?.__typename !== 'ApiKeyCreated') return
    setToken(answer.token)
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
    <FormDialog
      {...act}
      title={t.create}
      onClose={onClose}
      act={t.create}
      onAct={(values) => void create(values)}
      problems={problems}
    >
      <Field name="name" label={t.name} hint={t.nameHint} />
      <fieldset>
        <legend className="font-semibold">{t.scopes}</legend>
        {apiKeyScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t.scopeNames[scope]}
            hint={scope}
            checked={scopes.includes(scope)}
            onChange={({ target }) =>
              setScopes(target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
            }
          />
        ))}
        <FieldError id="scopes-error" error={problems?.scopes} />
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
