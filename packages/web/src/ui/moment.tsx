import { useMoments } from '../time/use-moments'

/**
 * A moment as near as people speak of it. The exact one is in its tooltip, and is what screen readers read.
 * @param textOf what stands around it: "Until Tue 14 May, 17:00 CEST"
 */
export function Moment({ at, textOf = (moment) => moment }: { at: string; textOf?: (moment: string) => string }) {
  const moments = useMoments()
  const exact = textOf(moments.full(at))
  return (
    <time dateTime={at} title={exact} className="whitespace-nowrap">
      <span aria-hidden="true">{moments.near(at)}</span>
      <span className="sr-only">{exact}</span>
    </time>
  )
}
