import { useMoments } from '../time/use-moments'

/**
 * A moment as near as people speak of it. The exact one is in its tooltip, and is what screen readers say.
 * @param say what they say of it: "Until Tue 14 May, 17:00 CEST"
 */
export function Moment({ at, say = (moment) => moment }: { at: string; say?: (moment: string) => string }) {
  const moments = useMoments()
  const exact = say(moments.full(at))
  return (
    <time dateTime={at} title={exact} className="whitespace-nowrap">
      <span aria-hidden="true">{moments.near(at)}</span>
      <span className="sr-only">{exact}</span>
    </time>
  )
}
