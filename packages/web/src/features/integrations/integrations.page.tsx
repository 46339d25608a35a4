import { useQuery } from '@apollo/client/react'
import { Link, useParams } from 'react-router'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { INTEGRATIONS } from './integrations-documents'
import { KeysSection } from './keys-section'
import { ReturnsSection } from './returns-section'
import { WebhooksSection } from './webhooks-section'

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
