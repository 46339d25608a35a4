import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { Dialog } from '../../ui/dialog'
import { DialogButton } from '../../ui/dialog-button'
import { Disclosure } from '../../ui/disclosure'
import { toast } from '../../ui/toast'
import { Deliveries } from './deliveries'
import { type Hook, INTEGRATIONS } from './integrations-documents'
import { OnceOnly } from './once-only'
import { ChangeWebhookDialog } from './webhook-dialogs'

const SEND_TEST_EVENT = graphql(`
  mutation SendTestEvent($webhookId: ID!) {
    sendTestEvent(webhookId: $webhookId) {
      id
    }
  }
`)

const RESUME_WEBHOOK = graphql(`
  mutation ResumeWebhook($webhookId: ID!) {
    resumeWebhook(webhookId: $webhookId) {
      ...WebhookFields
    }
  }
`)

const refetch = [INTEGRATIONS, 'WebhookDeliveries']

export function WebhookRow({ slug, webhook }: { slug: string; webhook: Hook }) {
  const t = useTexts('integrations').webhooks
  const moments = useMoments()
  const test = useAct(SEND_TEST_EVENT, { refetch })
  const resume = useAct(RESUME_WEBHOOK, { refetch })
  const { id, url, eventTypes, pausedAt, pausedBecause, pausedBecauseCode } = webhook
  const goOn = async () => {
    if (await resume.run({ webhookId: id })) toast(t.resumed)
  }
  return (
    <div>
      <Row
        title={<span className="break-all">{url}</span>}
        action={
          <>
            {pausedAt ? (
              <Button kind="primary" onClick={() => void goOn()}>
                {t.resume}
              </Button>
            ) : null}
            <Button isInert={test.isBusy} onClick={() => void test.run({ webhookId: id })}>
              {t.test}
            </Button>
            <DialogButton dialog={(close) => <ChangeWebhookDialog webhook={webhook} onClose={close} />}>
              {t.change}
            </DialogButton>
            <DialogButton dialog={(close) => <RotateSecretDialog webhook={webhook} onClose={close} />}>
              {t.rotate}
            </DialogButton>
            <DialogButton kind="danger" dialog={(close) => <DeleteWebhookDialog webhook={webhook} onClose={close} />}>
              {t.delete}
            </DialogButton>
          </>
        }
        isLong
      >
        <p title={eventTypes.join(', ')}>{eventTypes.length === 0 ? t.all : t.some({ count: eventTypes.length })}</p>
        {pausedAt ? (
          <p className="text-time">
            {t.pausedAt({ moment: moments.soon(pausedAt) })}:{' '}
            {pausedBecauseCode ? t.problems[pausedBecauseCode] : pausedBecause}
          </p>
        ) : null}
      </Row>
      <div className="px-4 pb-2 sm:px-6">
        <FailureCallout failure={test.failure ?? resume.failure} />
        <Disclosure summary={t.deliveries}>
          <Deliveries slug={slug} webhookId={id} />
        </Disclosure>
      </div>
    </div>
  )
}

const DELETE_WEBHOOK = graphql(`
  mutation DeleteWebhook($webhookId: ID!) {
    deleteWebhook(webhookId: $webhookId)
  }
`)

function DeleteWebhookDialog({ webhook, onClose }: { webhook: Hook; onClose: () => void }) {
  const t = useTexts('integrations').webhooks
  const { change, ...dialog } = useChange(DELETE_WEBHOOK, { onClose, refetch: [INTEGRATIONS] })
  return (
    <FormDialog
      {...dialog}
      title={t.deleteTitle}
      act={t.deleteButton}
      onAct={() => change({ webhookId: webhook.id }, t.deleted)}
      kind="danger"
    >
      <p className="break-all font-mono text-meta">{webhook.url}</p>
      <p>{t.deleteLine}</p>
    </FormDialog>
  )
}

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

function RotateSecretDialog({ webhook, onClose }: { webhook: Hook; onClose: () => void }) {
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
