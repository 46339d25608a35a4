import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, ButtonLink } from '../../ui/button'
import { PageHeading } from '../../ui/page-heading'
import { Shown } from './shown'
import { type Answered, type Asked, LEAVE_VERIFICATION } from './verification-documents'

/** Without a second step there is nothing to prove it with: the set-up leads on, and back here. */
export function SetUpFirst({ asked, onEnd }: { asked: Asked; onEnd: (answered: Answered) => void }) {
  const t = useTexts('verification')
  const moments = useMoments()
  const { run, isBusy, failure } = useAct(LEAVE_VERIFICATION)
  const leave = async () => {
    const answer = await run({ id: asked.id })
    if (answer) onEnd(answer)
  }
  const back = `/verify/${asked.id}`
  return (
    <>
      <PageHeading>{t.setUpTitle}</PageHeading>
      <p className="mt-2 text-muted">{t.setUpLine({ app: asked.app })}</p>
      <Shown asked={asked} />
      <div className="space-y-4">
        <ButtonLink kind="primary" isWide to={`/account/two-factor/set-up?next=${encodeURIComponent(back)}`}>
          {t.setUp}
        </ButtonLink>
        <FailureCallout failure={failure} />
        <Button kind="quiet" isInert={isBusy} onClick={() => void leave()}>
          {t.notNow}
        </Button>
        <p className="text-meta text-muted">{t.until({ moment: moments.soon(asked.expiresAt) })}</p>
      </div>
    </>
  )
}
