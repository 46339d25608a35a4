import { classNames } from './class-names'

export type ShareBar = { key: string; label: string; value: number; text: string }

type Props = { caption: string; bars: readonly ShareBar[]; total: number; className?: string }

/** Shares that may overlap, each of the same whole: a list that reads by itself, with a bar under each line. */
export function ShareBars({ caption, bars, total, className }: Props) {
  return (
    <ul aria-label={caption} className={classNames('space-y-3', className)}>
      {bars.map(({ key, label, value, text }) => (
        <li key={key}>
          <div className="flex justify-between gap-4 text-meta">
            <span>{label}</span>
            <span className="text-muted tabular-nums">{text}</span>
          </div>
          <svg
            viewBox="0 0 100 2"
            preserveAspectRatio="none"
            className="mt-1 h-2 w-full rtl:-scale-x-100"
            aria-hidden="true"
            focusable="false"
          >
            <rect width="100" height="2" className="fill-hair" />
            <rect width={total > 0 ? (100 * value) / total : 0} height="2" className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
