import { durationText } from '@twinlock/shared/duration-text'
import { HOUR } from '@twinlock/shared/durations'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { useMoments } from '../../time/use-moments'
import { Select } from '../../ui/select'

const CHOICES = [1, 24, 48, 72, 168, 336, 720]

type Props = { label: string; hours: number; onChange: (hours: number) => void }

/** How long until something begins, and when that is. */
export function TimeChoice({ label, hours, onChange }: Props) {
  const t = useTexts('ssoAdmin')
  const moments = useMoments()
  const now = useServerNow(60_000, true)
  const options = CHOICES.map((count) => ({
    value: String(count),
    label: durationText(count, t),
  }))
  return (
    <div>
      <Select label={label} value={String(hours)} options={options} onChange={(value) => onChange(Number(value))} />
      <p className="mt-2 text-meta text-muted" role="status">
        {t.required.until({ moment: moments.full(new Date(now + hours * HOUR).toISOString()) })}
      </p>
    </div>
  )
}
