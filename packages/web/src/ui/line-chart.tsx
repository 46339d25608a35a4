import { useId, useState } from 'react'
import { Button } from './button'
import { Table } from './table'

export type LinePoint = { at: Date; share: number }

type Props = {
  title: string
  points: readonly LinePoint[]
  /** A moment to mark, with its name. */
  mark: { at: Date; label: string } | null
  dateOf: (at: Date) => string
  shareOf: (share: number) => string
  texts: { when: string; share: string; asTable: string; asChart: string }
}

const WIDTH = 640
const HEIGHT = 160
const LEFT = 8
const TOP = 12

/** One share over time, 0 to 100 %, as a line or as a table of the same points. */
export function LineChart({ title, points, mark, dateOf, shareOf, texts }: Props) {
  const [isTable, setIsTable] = useState(false)
  const name = useId()
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const from = Math.min(first.at.getTime(), mark?.at.getTime() ?? Number.POSITIVE_INFINITY)
  const to = Math.max(last.at.getTime(), mark?.at.getTime() ?? 0, from + 1)
  const x = (at: Date) => LEFT + ((at.getTime() - from) / (to - from)) * (WIDTH - 2 * LEFT)
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - 2 * TOP)
  const line = points.map(({ at, share }) => `${x(at).toFixed(1)},${y(share).toFixed(1)}`).join(' ')
  return (
    <figure aria-labelledby={name} className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <figcaption id={name} className="font-semibold">
          {title}
        </figcaption>
        <Button onClick={() => setIsTable(!isTable)}>{isTable ? texts.asChart : texts.asTable}</Button>
      </div>
      {isTable ? (
        <Table
          caption={title}
          rows={[...points].reverse()}
          keyOf={({ at }) => at.toISOString()}
          columns={[
            { key: 'when', title: texts.when, cell: ({ at }) => dateOf(at) },
            { key: 'share', title: texts.share, cell: ({ share }) => shareOf(share) },
          ]}
        />
      ) : (
        <div className="grid grid-cols-[auto_1fr] gap-x-3 text-meta text-muted">
          <div className="flex flex-col justify-between text-end" aria-hidden="true">
            <span>{shareOf(1)}</span>
            <span>{shareOf(0)}</span>
          </div>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            className="w-full rtl:-scale-x-100"
            role="img"
            aria-label={`${dateOf(first.at)}: ${shareOf(first.share)}. ${dateOf(last.at)}: ${shareOf(last.share)}.`}
          >
            {[0, 0.5, 1].map((share) => (
              <line key={share} x1={LEFT} x2={WIDTH - LEFT} y1={y(share)} y2={y(share)} className="stroke-hair" />
            ))}
            {mark ? <Dashed x={x(mark.at)} /> : null}
            <polyline points={line} fill="none" className="stroke-accent" strokeWidth="2.5" strokeLinejoin="round" />
            <circle cx={x(last.at)} cy={y(last.share)} r="4" className="fill-accent" />
          </svg>
          <div className="col-start-2 flex flex-wrap justify-between gap-x-4" aria-hidden="true">
            <span>{dateOf(new Date(from))}</span>
            <span className={mark && to === mark.at.getTime() ? 'text-time' : undefined}>
              {mark && to === mark.at.getTime() ? `${mark.label}: ` : ''}
              {dateOf(new Date(to))}
            </span>
          </div>
          {mark && to !== mark.at.getTime() ? (
            <p className="col-start-2 text-time">
              {mark.label}: {dateOf(mark.at)}
            </p>
          ) : null}
        </div>
      )}
    </figure>
  )
}

function Dashed({ x }: { x: number }) {
  return (
    <line
      x1={x}
      x2={x}
      y1={TOP}
      y2={HEIGHT - TOP}
      className="stroke-time"
      strokeWidth="2"
      strokeDasharray="5 5"
      vectorEffect="non-scaling-stroke"
    />
  )
}
