import { useQuery } from '@apollo/client/react'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { WebhookDeliveriesQuery, WebhookDeliveryFieldsFragment } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'

graphql(`
  fragment WebhookDeliveryFields on WebhookDelivery {
    id
    type
    state
    createdAt
    nextTryAt
    answers {
      at
      status
      durationMs
      problem
      problemCode
    }
  }
`)

const DELIVERIES = graphql(`
  query WebhookDeliveries($slug: String!, $after: String) {
    network(slug: $slug) {
      id
      webhooks {
        id
        deliveries(first: 20, after: $after) {
          edges {
            cursor
            node {
              ...WebhookDeliveryFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

const REDELIVER = graphql(`
  mutation Redeliver($deliveryId: ID!) {
    redeliver(deliveryId: $deliveryId) {
      ...WebhookDeliveryFields
    }
  }
`)

/** The newest twenty, with their answers and times; and as many before them as the Admin requests. */
export function Deliveries({ slug, webhookId }: { slug: string; webhookId: string }) {
  const t = useTexts('integrations').webhooks
  const { data, error, refetch, fetchMore } = useQuery(DELIVERIES, { variables: { slug } })
  const { run, isBusy, failure } = useAct(REDELIVER)
  const webhook = data?.network?.webhooks.find(({ id }) => id === webhookId)
  const edges = webhook?.deliveries.edges ?? []
  const more = () =>
    fetchMore({
      variables: { after: webhook?.deliveries.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => withEarlier(before, fetchMoreResult, webhookId),
    })
  return (
    <div className="space-y-2">
      <FailureCallout failure={failureOf(error) ?? failure} />
      {webhook && edges.length === 0 ? <p className="text-meta text-muted">{t.none}</p> : null}
      <ul className="divide-y divide-hair">
        {edges.map(({ node }) => (
          <DeliveryItem
            key={node.id}
            delivery={node}
            isBusy={isBusy}
            onAgain={() => void run({ deliveryId: node.id }).then(() => refetch())}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {webhook?.deliveries.pageInfo.hasNextPage ? <Button onClick={() => void more()}>{t.earlier}</Button> : null}
        <Button kind="quiet" onClick={() => void refetch()}>
          {t.refresh}
        </Button>
      </div>
    </div>
  )
}

/** Each webhook is paged by itself, though one query asks for all of them. */
function withEarlier(before: WebhookDeliveriesQuery, next: WebhookDeliveriesQuery, webhookId: string) {
  const found = next.network?.webhooks.find(({ id }) => id === webhookId)
  if (!before.network || !found) return before
  const webhooks = before.network.webhooks.map((webhook) => {
    if (webhook.id !== webhookId) return webhook
    const edges = [...webhook.deliveries.edges, ...found.deliveries.edges]
    return { ...webhook, deliveries: { ...found.deliveries, edges } }
  })
  return { network: { ...before.network, webhooks } }
}

type ItemProps = { delivery: WebhookDeliveryFieldsFragment; isBusy: boolean; onAgain: () => void }

function DeliveryItem({ delivery, isBusy, onAgain }: ItemProps) {
  const t = useTexts('integrations').webhooks
  const moments = useMoments()
  const [answer] = delivery.answers
  const isGood = delivery.state === 'DELIVERED'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1">
        <span className="block break-words font-mono text-meta">{delivery.type}</span>
        <span className="block text-meta text-muted">
          {moments.soon(delivery.createdAt)}
          {' · '}
          <span className={isGood ? 'text-good' : 'text-time'}>{t.states[delivery.state]}</span>
          {answer?.status ? ` · ${t.answer({ status: answer.status, milliseconds: answer.durationMs })}` : null}
          {answer?.problem ? ` · ${answer.problemCode ? t.problems[answer.problemCode] : answer.problem}` : null}
          {delivery.nextTryAt && answer ? ` · ${t.next({ moment: moments.soon(delivery.nextTryAt) })}` : null}
        </span>
      </span>
      <Button isInert={isBusy} onClick={onAgain}>
        {t.again}
      </Button>
    </li>
  )
}
