import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CodeSample } from '../../ui/code-sample'
import { Section } from '../../ui/column-page'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { EXAMPLE_MESSAGE } from './curl'
import { INTEGRATIONS, type Webhook } from './integrations-documents'
import { KeysSection } from './keys-section'
import { ReturnsSection } from './returns-section'
import { CreateWebhookDialog } from './webhook-dialogs'
import { WebhookRow } from './webhook-row'

/** What other systems may do here, which events they receive, and where people return to. */
export function IntegrationsPage() {
  const t = useTexts('integrations')
  const { slug = '' } = useParams()
  const { data, error, refetch } = useQuery(INTEGRATIONS, { variables: { slug } })
  const network = data?.network
  return (
    <>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-1 max-w-2xl text-muted">{t.line}</p>
      <p className="mt-2 flex flex-wrap gap-x-6">
        <Link to="/developers/guide" className="link">
          {t.guide}
        </Link>
        {/* A document of its own: the editor's style sheet would come along. */}
        <a href="/developers" className="link">
          {t.tryIt}
        </a>
      </p>
      {error && !network ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {network ? (
        <>
          <KeysSection network={network} keys={network.apiKeys} />
          <WebhooksSection network={network} webhooks={network.webhooks} />
          <ReturnsSection keys={network.apiKeys} />
        </>
      ) : error ? null : (
        <Skeleton lines={8} />
      )}
    </>
  )
}

type Props = { network: { id: string; slug: string }; webhooks: readonly Webhook[] }

function WebhooksSection({ network, webhooks }: Props) {
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
      {isAdding ? <CreateWebhookDialog networkId={network.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}
