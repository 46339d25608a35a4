import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Dialog } from '../../ui/dialog'
import { toast } from '../../ui/toast'
import type { Hook } from './integrations-documents'
import { OnceOnly } from './once-only'

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

export function RotateSecretDialog({ webhook, onClose }: { webhook: Hook; onClose: () => void }) {
  const texts = useTexts('integrations')
  const t = texts.webhooks
  const moments = useMoments()
  const { run, ...act } = useAct(ROTATE_WEBHOOK_SECRET)
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
    <FormDialog {...act} title={t.rotateTitle} onClose={onClose} act={t.rotate} onAct={() => void rotate()}>
      <p>{t.rotateLine}</p>
    </FormDialog>
  )
}
