import { useQuery } from '@apollo/client/react'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { graphql } from '../../generated/gql'
import { useDeviceName } from '../../texts/use-device-name'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Row, Section } from '../../ui/column-page'

const ACTIVITY = graphql(`
  query AccountActivity {
    viewer {
      id
      activity(first: 20) {
        id
        at
        type
        device
        address
      }
    }
  }
`)

/** What happened to the account, so that its owner sees what was not them. */
export function ActivitySection() {
  const t = useTexts('account').activity
  const moments = useMoments()
  const deviceName = useDeviceName()
  const { data, error, refetch } = useQuery(ACTIVITY)
  const names: Readonly<Record<string, string>> = t.names
  return (
    <Section title={t.title} id="activity">
      {data?.viewer?.activity.map(({ id, at, type, device, address }) => (
        <Row key={id} title={names[type] ?? t.other}>
          <time dateTime={at} title={moments.full(at)}>
            {t.line({ moment: moments.plain(at), device: deviceName(device), address })}
          </time>
        </Row>
      ))}
      {error ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
    </Section>
  )
}
