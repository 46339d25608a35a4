import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'

const EVENING = 20
const MORNING = 7

/** Whether a moment is one at which nobody is there to help, on the clock of the viewer. */
export function offHoursOf(iso: string): 'night' | 'weekend' | null {
  const moment = new Date(iso)
  if (moment.getDay() === 0 || moment.getDay() === 6) return 'weekend'
  return moment.getHours() >= EVENING || moment.getHours() < MORNING ? 'night' : null
}

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
