import { useState } from 'react'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { CodeSample } from '../../ui/code-sample'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Disclosure } from '../../ui/disclosure'
import { EmptyState } from '../../ui/empty-state'
import { CreateKeyDialog } from './create-key-dialog'
import { curlOf, whoLacks } from './curl'
import { INTEGRATIONS, type Key } from './integrations-documents'

type Props = { network: { id: string; slug: string }; keys: readonly Key[] }

export function KeysSection({ network, keys }: Props) {
  const t = useTexts('integrations').keys
  const [isCreating, setCreating] = useState(false)
  const create = (
    <Button kind={keys.length === 0 ? 'primary' : 'secondary'} onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  )
  return (
    <Section id="keys" title={t.title} intro={t.line}>
      {keys.length === 0 ? (
        <div>
          <EmptyState title={t.emptyTitle} action={create}>
            <p className="mb-3">{t.empty}</p>
            <CodeSample code={curlOf(window.location.origin, whoLacks(network.slug))} copyLabel={t.copyCommand} />
          </EmptyState>
        </div>
      ) : (
        <>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
          <div className="p-4 sm:px-6">{create}</div>
        </>
      )}
      {isCreating ? <CreateKeyDialog networkId={network.id} onClose={() => setCreating(false)} /> : null}
    </Section>
  )
}

function KeyRow({ apiKey }: { apiKey: Key }) {
  const t = useTexts('integrations').keys
  const moments = useMoments()
  const names = t.scopeNames as Record<string, string>
  const { name, prefix, createdBy, scopes, state, expiresAt, lastUsedAt } = apiKey
  return (
    <Row
      title={name}
      action={
        state === 'REVOKED' ? null : (
          <DialogButton
            kind="danger"
            aria-label={t.revokeNamed({ name })}
            dialog={(close) => <RevokeKeyDialog apiKey={apiKey} onClose={close} />}
          >
            {t.revoke}
          </DialogButton>
        )
      }
    >
      <p>
        <span className={state === 'ACTIVE' ? 'text-good' : 'text-time'}>{t.states[state]}</span>
        {' · '}
        {lastUsedAt ? t.used({ moment: moments.soon(lastUsedAt) }) : t.unused}
        {state === 'ACTIVE' ? ` · ${t.until({ day: moments.day(expiresAt) })}` : null}
      </p>
      <p className="break-words">{t.by({ name: createdBy, prefix: `${prefix}…` })}</p>
      <Disclosure summary={t.may({ count: scopes.length })}>
        <ul className="list-disc ps-4">
          {scopes.map((scope) => (
            <li key={scope}>{names[scope] ?? scope}</li>
          ))}
        </ul>
      </Disclosure>
    </Row>
  )
}

const REVOKE_API_KEY = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      ...ApiKeyFields
    }
  }
`)

function RevokeKeyDialog({ apiKey: { id, name }, onClose }: { apiKey: Key; onClose: () => void }) {
  const t = useTexts('integrations').keys
  const { change, ...dialog } = useChange(REVOKE_API_KEY, { onClose, refetch: [INTEGRATIONS] })
  return (
    <LossDialog
      {...dialog}
      title={t.revokeTitle({ name })}
      consequence={t.revokeLine}
      submitLabel={t.revokeButton}
      onSubmit={() => change({ id }, t.revoked({ name }))}
    />
  )
}
