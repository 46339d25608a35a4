import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Disclosure } from '../../ui/disclosure'
import { toast } from '../../ui/toast'
import { Deliveries } from './deliveries'
import { INTEGRATIONS, type Webhook } from './integrations-documents'
import { ChangeWebhookDialog, DeleteWebhookDialog, RotateSecretDialog } from './webhook-dialogs'

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

export function WebhookRow({ slug, webhook }: { slug: string; webhook: Webhook }) {
  const t = useTexts('integrations').webhooks
  const moments = useMoments()
  const test = useAct(SEND_TEST_EVENT, { refetch })
  const resume = useAct(RESUME_WEBHOOK, { refetch })
  const { id, url, eventTypes, pausedAt, pausedBecause, pausedBecauseCode } = webhook
  const resumeWebhook = async () => {
    if (await resume.run({ webhookId: id })) toast(t.resumed)
  }
  return (
    <div>
      <Row
        title={<span className="break-all">{url}</span>}
        action={
          <>
            {pausedAt ? (
              <Button kind="primary" onClick={() => void resumeWebhook()}>
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
