import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'
import { offHoursOf } from './grace-choice'

/** The moment that a choice of time leads to, and a warning where nobody would be there to help. */
export function UntilLine({ until }: { until: string }) {
  const t = useTexts('security').planner
  const moments = useMoments()
  const offHours = offHoursOf(until)
  return (
    <>
      <p className="font-semibold" role="status">
        {t.deadline({ moment: moments.full(until) })}
      </p>
      {offHours ? <Callout tone="time">{t[offHours]}</Callout> : null}
    </>
  )
}
