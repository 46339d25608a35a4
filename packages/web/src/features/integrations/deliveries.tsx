import { useQuery } from '@apollo/client/react'
import { troubleOf } from '../../api/trouble'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { WebhookDeliveryFieldsFragment } from '../../generated/graphql'
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
    }
  }
`)

const DELIVERIES = graphql(`
  query WebhookDeliveries($slug: String!) {
    network(slug: $slug) {
      id
      webhooks {
        id
        deliveries(first: 20) {
          edges {
            cursor
            node {
              ...WebhookDeliveryFields
            }
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

/** The newest twenty, with their answers and times. */
export function Deliveries({ slug, webhookId }: { slug: string; webhookId: string }) {
  const t = useTexts('integrations').webhooks
  const { data, error, refetch } = useQuery(DELIVERIES, { variables: { slug } })
  const { run, isBusy, trouble } = useAct(REDELIVER)
  const webhook = data?.network?.webhooks.find(({ id }) => id === webhookId)
  const edges = webhook?.deliveries.edges ?? []
  return (
    <div className="space-y-2">
      <TroubleCallout trouble={troubleOf(error) ?? trouble} />
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
      <Button kind="quiet" onClick={() => void refetch()}>
        {t.refresh}
      </Button>
    </div>
  )
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
          {answer?.status ? ` · ${t.answer(answer.status, answer.durationMs)}` : null}
          {answer?.problem ? ` · ${answer.problem}` : null}
          {delivery.nextTryAt && answer ? ` · ${t.next(moments.soon(delivery.nextTryAt))}` : null}
        </span>
      </span>
      <Button isInert={isBusy} onClick={onAgain}>
        {t.again}
      </Button>
    </li>
  )
}
