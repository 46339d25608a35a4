import { useEffect, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { serverNow } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { Button } from './button'
import { Countdown } from './countdown'
import { Dialog } from './dialog'

const WARNING = 2 * 60_000
/** What setTimeout can hold; later ends are looked at again after it. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

type Props = {
  endsAt: string
  title: string
  line: (moment: string) => string
  onExtend: () => void
  onEnd: () => void
}

/** Warns two minutes before time runs out; one key gives more (WCAG 2.2.1). */
export function TimeLimit({ endsAt, title, line, onExtend, onEnd }: Props) {
  const t = useTexts('common').time
  const moments = useMoments()
  const [isWarning, setWarning] = useState(false)
  useEffect(() => {
    setWarning(false)
    const wait = Date.parse(endsAt) - serverNow() - WARNING
    const timer = setTimeout(() => setWarning(wait <= LONGEST_TIMEOUT), Math.min(Math.max(wait, 0), LONGEST_TIMEOUT))
    return () => clearTimeout(timer)
  }, [endsAt])
  if (!isWarning) return null
  return (
    <Dialog title={title} onClose={() => setWarning(false)}>
      <p className="mb-5">
        {line(moments.soon(endsAt))} <Countdown until={endsAt} onEnd={onEnd} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onExtend()
        }}
      >
        <Button type="submit" kind="primary" isWide autoFocus>
          {t.moreTime}
        </Button>
      </form>
    </Dialog>
  )
}
