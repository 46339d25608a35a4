import { useQuery } from '@apollo/client/react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { toast } from '../../ui/toast'

const APP_SESSIONS = graphql(`
  query AppSessions {
    viewer {
      id
      appSessions {
        appId
        appName
        networkName
        lastUsedAt
      }
    }
  }
`)

const END_APP_SESSIONS = graphql(`
  mutation EndAppSessions($appId: ID) {
    endAppSessions(appId: $appId)
  }
`)

/** What apps hold in the person's name, and the way to end it; nothing is shown while there is nothing. */
export function AppsSection() {
  const t = useTexts('account').apps
  const moments = useMoments()
  const { data, refetch } = useQuery(APP_SESSIONS)
  const { run, isBusy, failure } = useAct(END_APP_SESSIONS)
  const held = data?.viewer?.appSessions ?? []
  const apps = [...new Map(held.toReversed().map((session) => [session.appId, session])).values()].toReversed()
  const end = async (appId: string) => {
    if (!(await run({ appId }))) return
    toast(t.ended)
    await refetch()
  }
  if (apps.length === 0) return null
  return (
    <Section title={t.title} id="apps" intro={t.line}>
      {apps.map(({ appId, appName, networkName, lastUsedAt }) => (
        <Row
          key={appId}
          title={appName}
          action={
            <Button isInert={isBusy} onClick={() => void end(appId)} aria-label={t.endNamed({ app: appName })}>
              {t.end}
            </Button>
          }
        >
          <time dateTime={lastUsedAt} title={moments.full(lastUsedAt)}>
            {t.used({ network: networkName, moment: moments.plain(lastUsedAt) })}
          </time>
        </Row>
      ))}
      <FailureCallout failure={failure} />
    </Section>
  )
}
