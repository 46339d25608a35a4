import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CopyButton } from '../../ui/copy-button'

type Props = { secret: string; copyLabel: string; onDone: () => void; children?: ReactNode }

/** Something that is shown this one time. */
export function OnceOnly({ secret, copyLabel, onDone, children }: Props) {
  const t = useTexts('integrations')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={box} className="space-y-4">
      <Callout tone="time">{t.onceOnly}</Callout>
      <p className="break-all rounded-control border border-line bg-wash p-4 font-mono">{secret}</p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton kind="primary" text={secret} label={copyLabel} />
      </div>
      {children}
      <div className="flex justify-end">
        <Button onClick={onDone}>{t.done}</Button>
      </div>
    </div>
  )
}
