import { durationText } from '@twinlock/shared/duration-text'
import { HOUR } from '@twinlock/shared/durations'
import { useTexts } from '../texts/use-texts'
import { useServerNow } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { Select } from '../ui/select'

/** What may be chosen, in hours. */
export const graceHours = [1, 4, 24, 48, 72, 168, 336, 720]

type Props = {
  label: string
  hours: number
  onChange: (hours: number) => void
  /** When that is, where nothing else says it. */
  from?: (values: { moment: string }) => string
}

/** How long people have, from an hour to thirty days. */
export function GraceChoice({ label, hours, onChange, from }: Props) {
  const t = useTexts('common').duration
  const moments = useMoments()
  const begins = useServerNow(60_000, from !== undefined) + hours * HOUR
  return (
    <div>
      <Select
        label={label}
        value={String(hours)}
        options={graceHours.map((count) => ({ value: String(count), label: durationText(count, t) }))}
        onChange={(value) => onChange(Number(value))}
      />
      {from ? (
        <p className="mt-2 text-meta text-muted" role="status">
          {from({ moment: moments.full(new Date(begins).toISOString()) })}
        </p>
      ) : null}
    </div>
  )
}
