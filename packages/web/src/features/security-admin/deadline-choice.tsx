import { durationText } from '@twinlock/shared/duration-text'
import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { graceHours } from '../../steps/grace-choice'
import { useTexts } from '../../texts/use-texts'
import { serverNow } from '../../time/server-clock'
import { ownTimeZone, useMoments } from '../../time/use-moments'
import { Field } from '../../ui/field'
import { Select } from '../../ui/select'

/** How long people have: hours from now, or until a moment, which wins. */
export type Deadline = { hours: number; until: string | null }

type Props = {
  label: string
  chosen: Deadline
  onChange: (chosen: Deadline) => void
  error?: string | undefined
}

const WORKDAY_ENDS = 17
/** A working day that ends sooner is no notice. */
const LEAST_NOTICE = 8 * HOUR

/** A duration, the end of a working day, or any date and time, on the clock of the Admin who chooses. */
export function DeadlineChoice({ label, chosen, onChange, error }: Props) {
  const t = useTexts('security').planner
  const { duration } = useTexts('common')
  const moments = useMoments()
  const endOfDay = endOfWorkingDay(serverNow())
  const kind = chosen.until === null ? String(chosen.hours) : chosen.until === endOfDay ? 'working-day' : 'date'
  const choose = (value: string) => {
    if (value === 'working-day') return onChange({ ...chosen, until: endOfDay })
    if (value === 'date') return onChange({ ...chosen, until: morningAfter(endOfDay) })
    onChange({ hours: Number(value), until: null })
  }
  return (
    <div className="max-w-md space-y-3">
      <Select
        label={label}
        value={kind}
        options={[
          ...graceHours.map((count) => ({ value: String(count), label: durationText(count, duration) })),
          { value: 'working-day', label: t.endOfDay({ moment: moments.plain(endOfDay) }) },
          { value: 'date', label: t.byDate },
        ]}
        error={kind === 'date' ? undefined : error}
        onChange={choose}
      />
      {kind === 'date' && chosen.until ? (
        <Field
          type="datetime-local"
          label={t.date}
          hint={t.dateHint({ zone: ownTimeZone() })}
          value={toLocal(new Date(chosen.until))}
          min={toLocal(new Date(serverNow() + limits.graceHours.min * HOUR))}
          max={toLocal(new Date(serverNow() + limits.graceHours.max * HOUR))}
          error={error}
          onChange={({ target }) => {
            // Empty while only half of it is typed.
            if (target.value) onChange({ ...chosen, until: new Date(target.value).toISOString() })
          }}
        />
      ) : null}
    </div>
  )
}

/** The first end of a working day that leaves people some hours. */
export function endOfWorkingDay(now: number): string {
  const end = new Date(now)
  end.setHours(WORKDAY_ENDS, 0, 0, 0)
  while (end.getTime() < now + LEAST_NOTICE || end.getDay() === 0 || end.getDay() === 6) end.setDate(end.getDate() + 1)
  return end.toISOString()
}

/** Where the picker begins: it must differ from the end of the working day, which is a choice of its own. */
function morningAfter(endOfDay: string): string {
  const morning = new Date(endOfDay)
  morning.setDate(morning.getDate() + 1)
  morning.setHours(12, 0, 0, 0)
  return morning.toISOString()
}

/** As the picker writes a moment, on the reader's clock: "2026-05-13T17:00". */
function toLocal(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
