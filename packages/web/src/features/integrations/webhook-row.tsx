import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { Disclosure } from '../../ui/disclosure'
import { toast } from '../../ui/toast'
import { ChangeWebhookDialog } from './change-webhook-dialog'
import { DeleteWebhookDialog } from './delete-webhook-dialog'
import { Deliveries } from './deliveries'
import { type Hook, INTEGRATIONS } from './integrations-documents'
import { RotateSecretDialog } from './rotate-secret-dialog'

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

export function WebhookRow({ slug, webhook }: { slug: string; webhook: Hook }) {
  const t = useTexts('integrations').webhooks
  const moments = useMoments()
  const client = useApolloClient()
  const [open, setOpen] = useState<'change' | 'rotate' | 'delete' | null>(null)
  const test = useAct(SEND_TEST_EVENT)
  const resume = useAct(RESUME_WEBHOOK)
  const { id, url, eventTypes, pausedAt, pausedBecause, pausedBecauseCode } = webhook
  const act = async (run: () => Promise<unknown>, done?: string) => {
    if ((await run()) && done) toast(done)
    await client.refetchQueries({ include: [INTEGRATIONS, 'WebhookDeliveries'] })
  }
  return (
    <div>
      <Row
        title={<span className="break-all">{url}</span>}
        action={
          <>
            {pausedAt ? (
              <Button kind="primary" onClick={() => void act(() => resume.run({ webhookId: id }), t.resumed)}>
                {t.resume}
              </Button>
            ) : null}
            <Button isInert={test.isBusy} onClick={() => void act(() => test.run({ webhookId: id }))}>
              {t.test}
            </Button>
            <Button onClick={() => setOpen('change')}>{t.change}</Button>
            <Button onClick={() => setOpen('rotate')}>{t.rotate}</Button>
            <Button kind="danger" onClick={() => setOpen('delete')}>
              {t.delete}
            </Button>
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
      {open === 'change' ? <ChangeWebhookDialog webhook={webhook} onClose={() => setOpen(null)} /> : null}
      {open === 'rotate' ? <RotateSecretDialog webhook={webhook} onClose={() => setOpen(null)} /> : null}
      {open === 'delete' ? <DeleteWebhookDialog webhook={webhook} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}
