import { gateRecipes, type RecipeName, recipeNames, recipeOf, recipeTitles } from '@twinlock/shared/app-recipes'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CodeSample } from '../../ui/code-sample'
import { CopyButton } from '../../ui/copy-button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { APPS, type AppRow } from './apps-documents'

type Props = { app: AppRow; secret?: string | null; isNew?: boolean; onClose: () => void }

/** What to write into the app's own configuration, filled in; a secret is shown this one time. */
export function RecipesDialog({ app, secret = null, isNew = false, onClose }: Props) {
  const t = useTexts('apps').recipes
  const names = recipeNames.filter((name) =>
    gateRecipes.includes(name) ? app.hosts.length > 0 : app.redirectUris.length > 0,
  )
  const [name, setName] = useState<RecipeName>(names[0] ?? 'express')
  const values = {
    publicUrl: window.location.origin,
    clientId: app.clientId,
    clientSecret: secret,
    redirectUri: app.redirectUris[0] ?? '',
    host: app.hosts[0] ?? 'app.example.com',
  }
  const facts = [
    ...(app.redirectUris.length > 0
      ? [
          { label: t.issuer, value: `${window.location.origin}/oidc` },
          { label: t.clientId, value: app.clientId },
        ]
      : []),
    ...(secret ? [{ label: t.secret, value: secret }] : []),
  ]
  return (
    <Dialog title={isNew ? t.newTitle({ name: app.name }) : t.title({ name: app.name })} onClose={onClose}>
      <div className="space-y-5">
        {secret ? <Callout tone="time">{t.onceOnly}</Callout> : null}
        {facts.length > 0 ? (
          <dl className="space-y-3">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt className="text-meta text-muted">{label}</dt>
                <dd className="flex flex-wrap items-center gap-3">
                  <span className="min-w-0 break-all font-mono">{value}</span>
                  <CopyButton text={value} label={t.copyNamed({ what: label })} />
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {names.length > 0 ? (
          <>
            <Select
              label={t.choose}
              value={name}
              onChange={(value) => setName(value as RecipeName)}
              options={names.map((value) => ({ value, label: recipeTitles[value] }))}
            />
            <CodeSample code={recipeOf(name, values)} copyLabel={t.copy} />
          </>
        ) : (
          <p className="text-muted">{t.none}</p>
        )}
        <div className="flex justify-end">
          <Button kind="primary" onClick={onClose}>
            {t.done}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const ROTATE_APP_SECRET = graphql(`
  mutation RotateAppSecret($id: ID!) {
    rotateAppSecret(id: $id) {
      ... on AppCreated {
        clientSecret
      }
    }
  }
`)

/** The secret before works on, so that the app can change over without a gap. */
export function RotateSecretDialog({ app, onClose }: { app: AppRow; onClose: () => void }) {
  const texts = useTexts('apps')
  const t = texts.rotate
  const { run, ...mutation } = useAct(ROTATE_APP_SECRET, { refetch: [APPS] })
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = async () => {
    const answer = await run({ id: app.id })
    if (answer?.__typename !== 'AppCreated') return
    setSecret(answer.clientSecret)
  }
  if (secret) return <RecipesDialog app={app} secret={secret} onClose={onClose} />
  return (
    <FormDialog
      {...mutation}
      title={t.title({ name: app.name })}
      onClose={onClose}
      submitLabel={t.button}
      onSubmit={() => void rotate()}
    >
      <p>{app.liveSecrets > 1 ? t.lineThird : t.line}</p>
    </FormDialog>
  )
}
