import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { useServerNow } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { Button } from './button'
import { Countdown } from './countdown'
import { Dialog } from './dialog'

const WARNING = 2 * 60_000
const LOOK_EVERY = 5_000

type Props = {
  endsAt: string
  title: string
  line: (values: { moment: string }) => string
  onExtend: () => void
  onEnd: () => void
}

/** Warns two minutes before time runs out; one key gives more (WCAG 2.2.1). */
export function TimeLimit({ endsAt, title, line, onExtend, onEnd }: Props) {
  const t = useTexts('common').time
  const moments = useMoments()
  // The end that the person has read about and closed; a later one is news again.
  const [read, setRead] = useState<string | null>(null)
  const left = Date.parse(endsAt) - useServerNow(LOOK_EVERY)
  const isOver = left <= 0
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    if (isOver) end.current()
  }, [isOver])
  if (isOver || left > WARNING || read === endsAt) return null
  return (
    <Dialog title={title} onClose={() => setRead(endsAt)}>
      <p>{line({ moment: moments.soon(endsAt) })}</p>
      <p className="my-4 text-center text-title">
        <Countdown until={endsAt} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onExtend()
        }}
      >
        <Button type="submit" kind="primary" isWide>
          {t.moreTime}
        </Button>
      </form>
    </Dialog>
  )
}
