import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'

const END_MEMBER_APP_SESSIONS = graphql(`
  mutation EndMemberAppSessions($appId: ID!, $memberId: ID!) {
    endMemberAppSessions(appId: $appId, memberId: $memberId)
  }
`)

type Props = {
  app: { id: string; name: string }
  person: { memberId: string; name: string }
  onEnded: () => void
  onClose: () => void
}

/** Signs one person out of one app. */
export function EndAccessDialog({ app, person, onEnded, onClose }: Props) {
  const t = useTexts('apps').people.ending
  const { run, ...act } = useAct(END_MEMBER_APP_SESSIONS)
  const names = { person: person.name, app: app.name }
  const end = async () => {
    if (!(await run({ appId: app.id, memberId: person.memberId }))) return undefined
    toast(t.done(names))
    onEnded()
    onClose()
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.title(names)}
      consequence={t.consequence(names)}
      button={t.button({ person: person.name })}
      keep={t.keep}
      act={end}
      onClose={onClose}
    />
  )
}
