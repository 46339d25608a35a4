import { useId } from 'react'

export type DonutPart = {
  key: string
  value: number
  /** A text colour; the ring is drawn in it. */
  className: string
  /** Distinguishable without colour. */
  isHatched?: boolean
}

type Props = { parts: readonly DonutPart[]; centre: string; below: string }

const SIZE = 160
const RING = 20
const RADIUS = (SIZE - RING) / 2
const ROUND = 2 * Math.PI * RADIUS
const GAP = 3

/**
 * Exclusive parts of a whole as a ring. It only repeats what the legend beside it says in numbers, so it is hidden from
 * screen readers.
 */
export function Donut({ parts, centre, below }: Props) {
  const hatch = useId()
  const shown = parts.filter(({ value }) => value > 0)
  const total = shown.reduce((sum, { value }) => sum + value, 0)
  const gap = shown.length > 1 ? GAP : 0
  let start = 0
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      width={SIZE}
      height={SIZE}
      className="shrink-0"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-surface" />
          <rect width="3.5" height="6" className="fill-chart-not-yet" />
        </pattern>
      </defs>
      <g transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`} fill="none" strokeWidth={RING}>
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className="stroke-hair" />
        {shown.map(({ key, value, className, isHatched }) => {
          const length = (value / total) * ROUND
          const offset = -start
          start += length
          return (
            <circle
              key={key}
              cx={SIZE / 2}
              cy={SIZE / 2}
              r={RADIUS}
              className={className}
              stroke={isHatched ? `url(#${hatch})` : 'currentColor'}
              strokeDasharray={`${Math.max(length - gap, 1)} ${ROUND}`}
              strokeDashoffset={offset}
            />
          )
        })}
      </g>
      <text x="50%" y="50%" textAnchor="middle" className="fill-ink text-title font-semibold">
        {centre}
      </text>
      <text x="50%" y="50%" dy="22" textAnchor="middle" className="fill-muted text-meta">
        {below}
      </text>
    </svg>
  )
}
