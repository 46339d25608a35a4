import { useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CodeSample } from '../../ui/code-sample'
import { Section } from '../../ui/column-page'
import { EmptyState } from '../../ui/empty-state'
import { EXAMPLE_MESSAGE } from './curl'
import type { Hook } from './integrations-documents'
import { WebhookDialog } from './webhook-dialogs'
import { WebhookRow } from './webhook-row'

type Props = { network: { id: string; slug: string }; webhooks: readonly Hook[] }

export function WebhooksSection({ network, webhooks }: Props) {
  const t = useTexts('integrations').webhooks
  const [isAdding, setAdding] = useState(false)
  const add = <Button onClick={() => setAdding(true)}>{t.create}</Button>
  return (
    <Section id="webhooks" title={t.title} intro={t.line}>
      {webhooks.length === 0 ? (
        <div>
          <EmptyState title={t.emptyTitle} action={add}>
            <p className="mb-3">{t.empty}</p>
            <CodeSample code={EXAMPLE_MESSAGE} />
          </EmptyState>
        </div>
      ) : (
        <>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} slug={network.slug} webhook={webhook} />
          ))}
          <div className="p-4 sm:px-6">{add}</div>
        </>
      )}
      {isAdding ? <WebhookDialog networkId={network.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}
