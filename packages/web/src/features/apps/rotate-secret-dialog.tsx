import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { APPS, type AppRow } from './apps-documents'
import { RecipesDialog } from './recipes-dialog'

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
  const { run, ...act } = useAct(ROTATE_APP_SECRET, { refetch: [APPS] })
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = async () => {
    const answer = await run({ id: app.id })
    if (answer?.__typename !== 'AppCreated') return
    setSecret(answer.clientSecret)
  }
  if (secret) return <RecipesDialog app={app} secret={secret} onClose={onClose} />
  return (
    <FormDialog
      {...act}
      title={t.title({ name: app.name })}
      onClose={onClose}
      act={t.button}
      onAct={() => void rotate()}
    >
      <p>{app.liveSecrets > 1 ? t.lineThird : t.line}</p>
    </FormDialog>
  )
}
