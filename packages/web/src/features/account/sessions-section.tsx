import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { AccountFieldsFragment } from '../../generated/graphql'
import { useSignOut } from '../../steps/use-sign-out'
import { useDeviceName } from '../../texts/use-device-name'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { toast } from '../../ui/toast'

const END_SESSION = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      ...AccountFields
    }
  }
`)

const END_OTHER_SESSIONS = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ...AccountFields
    }
  }
`)

export function SessionsSection({ sessions }: { sessions: AccountFieldsFragment['sessions'] }) {
  const texts = useTexts('account')
  const t = texts.sessions
  const moments = useMoments()
  const deviceName = useDeviceName()
  const ending = useAct(END_SESSION)
  const endingOthers = useAct(END_OTHER_SESSIONS)
  const signOut = useSignOut()
  const end = async (id: string) => {
    if (await ending.run({ id })) toast(t.ended)
  }
  const endOthers = async () => {
    if (await endingOthers.run()) toast(t.ended)
  }
  return (
    <Section title={t.title} id="sessions">
      {sessions.map((session) => (
        <Row
          key={session.id}
          title={deviceName(session.device)}
          action={
            session.isCurrent ? (
              <Button onClick={() => void signOut()} aria-label={`${texts.signOut.button}: ${t.current}`}>
                {texts.signOut.button}
              </Button>
            ) : (
              <Button
                isInert={ending.isBusy}
                onClick={() => void end(session.id)}
                aria-label={t.endLabel({ device: deviceName(session.device) })}
              >
                {t.end}
              </Button>
            )
          }
        >
          {session.isCurrent ? <span className="font-semibold text-good">{t.current} · </span> : null}
          <time dateTime={session.lastSeenAt} title={moments.full(session.lastSeenAt)}>
            {t.seen({ moment: moments.plain(session.lastSeenAt), address: session.address })}
          </time>
        </Row>
      ))}
      {sessions.length > 1 ? (
        <div className="p-4 sm:px-6">
          <Button isInert={endingOthers.isBusy} onClick={() => void endOthers()}>
            {t.endOthers}
          </Button>
        </div>
      ) : null}
      <FailureCallout failure={ending.failure ?? endingOthers.failure} />
    </Section>
  )
}
