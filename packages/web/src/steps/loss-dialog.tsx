import { useState } from 'react'
import type { Trouble } from '../api/trouble'
import { TroubleCallout } from '../api/trouble-callout'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog } from '../ui/dialog'

type Props = {
  title: string
  /** What will be lost, before it is. */
  consequence: string
  button: string
  keep: string
  /** @returns why it was refused, in words. */
  act: () => Promise<string | undefined>
  isBusy: boolean
  trouble: Trouble | null
  onClose: () => void
}

/** Somebody is about to lose something: says what, and starts at the way back. */
export function LossDialog({ title, consequence, button, keep, act, isBusy, trouble, onClose }: Props) {
  const [problem, setProblem] = useState<string>()
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="space-y-4">
        <p>{consequence}</p>
        {problem ? (
          <Callout tone="danger" isUrgent>
            {problem}
          </Callout>
        ) : null}
        <TroubleCallout trouble={trouble} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{keep}</Button>
          <Button kind="danger" isInert={isBusy} onClick={() => void act().then(setProblem)}>
            {button}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
